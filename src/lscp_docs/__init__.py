"""A safeguarding children partnership's paperwork, from one case file."""

__version__ = "0.1.0"
