"""A printed report (.pdf) back into paragraphs and tables, by the positions of its words on the pages."""
