"""A printed report (.pdf) back into paragraphs and tables, by the positions of its words on the pages.

- What is on a page: `drawing` gives letters, rules and pictures, `pages` the words, and what stands between
  rules.
- Tables with rules: each is `ruled`, without `slivers`, with what it holds at `open_sides`, its
  `unruled_rows` and the rows of its `tall_cells`.
- Text and tables without rules: `lines` puts words into lines, `margins` lines into paragraphs; `page_tables`
  finds the tables among lines, each a `table`.
- Over pages: `over_pages` joins tables that go on; `contents` is what the report then says.
- What cannot be read is told: `lost_signs` are seen but have no text, `lost_letters` another one, `pictures`
  none.
"""
