"""Performance report converter: standard workbooks in, checked Word reports out."""

__version__ = "0.1.0"
