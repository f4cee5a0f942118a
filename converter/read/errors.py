"""The one error a file that cannot be read raises."""


class ReadError(Exception):
    """A file cannot be read, or two contradict each other. `str()` is a Chinese line that names them and
    what to do.
    """
