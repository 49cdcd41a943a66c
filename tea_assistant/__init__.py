"""Guides equality offices through the application for the TOTAL E-QUALITY Prädikat."""

__version__ = "0.1.0"
