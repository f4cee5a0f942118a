"""A printed report (.pdf) back into paragraphs and tables, from where its words stand on the pages."""

from converter.printed.contents import contents_of

PDF = ".pdf"

__all__ = ["PDF", "contents_of"]
