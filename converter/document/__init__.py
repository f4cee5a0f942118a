"""Word files, both ways, and printed reports back.

`write` turns blocks into a .docx that carries the trail of its figures; `read` turns a .docx or a .pdf back
into paragraphs, tables and the trail; `comment` copies any .docx with comments in it. The three
know nothing of one another; what they share is `format`, what a Word file is made of. `contents` is what a
document says once it is read, for whoever needs no file for it, and `heading_numbers` knows headings by their
numbers. Of figures and rules
this package knows only what a trail holds, of the narrative only its blocks.
"""
