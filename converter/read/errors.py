"""The one error a file that cannot be read raises."""


class ReadError(Exception):
    """A file cannot be read. `str()` is a Chinese line naming the file and what to do."""
