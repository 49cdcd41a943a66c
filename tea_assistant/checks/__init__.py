"""Finds what is missing, wrong or weak in an application: an application in, findings out."""
