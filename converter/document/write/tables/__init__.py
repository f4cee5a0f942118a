"""Tables of a report, set by what stands in them.

`tables` writes one: `spans` says which cell is where, `column_widths` how wide columns are by what their
texts take, `cell_room` how a text or a number is set in a cell, `row_breaks` where pages end.
"""
