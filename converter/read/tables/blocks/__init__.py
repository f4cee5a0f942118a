"""Where in a table the figures of a form's block are.

`locate` finds the table of each block, `columns` which of its columns holds which figure, `printed_parts`
those that hold the parts of one, `unnamed_rows` the rows that need no name, `crossings` the cells of a table
that is printed turned.
"""
