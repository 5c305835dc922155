"""Honban, the desk a live-commerce show is run from."""

__version__ = "0.1.0"
