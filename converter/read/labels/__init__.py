"""The words of standard forms, as a pack gives them, made ready for matching.

`vocabulary` holds the names, header words, blocks and units of a pack; `titles` tells which form a text is
the title of; `years` finds the years a text names; `scope` tells a whole department's tables from those of
one of its budget units. They know the values of cells, nothing of tables.
"""
