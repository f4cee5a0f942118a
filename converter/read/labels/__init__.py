"""The words of standard forms, as a pack gives them, made ready for matching.

`vocabulary` holds the names and header words of a pack, `compiled_blocks` the blocks of its forms;
`headings` takes the heading of a block apart; `title_lines` understands the lines around a table, `titles`
knows which form a text is the title of; `years` finds the years a text names; `departments` writes a
department's name and whose accounts a file holds. They know the values of cells, nothing of tables.
"""
