"""UPSC-style practice and timed mock tests in the terminal."""

__version__ = "0.1.0"
