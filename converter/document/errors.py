"""The one thing that can be wrong with a Word file handed in."""


class DocumentError(ValueError):
    """The data is not a Word document (.docx) that can be read."""
