"""A printed report (.pdf) back into paragraphs and tables, from where its words stand on the pages."""
