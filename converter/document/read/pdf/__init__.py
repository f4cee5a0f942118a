"""A printed report (.pdf) back into paragraphs and tables, by the positions of its words on the pages.

`drawing` gives the letters, rules and pictures of each page, `pages` their words, and what stands between
rules: each a table `ruled`, without `slivers`, with what it holds at `open_sides` and its `unruled_rows`;
`lost_signs` are seen but have no text, `lost_letters` another one, and `pictures` without any are told.
`lines` puts words into lines, `margins` lines into paragraphs; `page_tables` finds the tables among lines,
each a `table`; `over_pages` joins tables that go on; `contents` is what the report then says.
"""
