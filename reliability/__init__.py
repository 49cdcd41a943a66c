"""Faults put into every write of the program, and several programs at once: does anything get lost?"""
