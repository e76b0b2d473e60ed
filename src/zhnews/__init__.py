"""Read the raw text of a Chinese newspaper page as articles."""

__version__ = "0.1.0"
