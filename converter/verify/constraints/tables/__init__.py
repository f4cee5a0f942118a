"""What must agree within a table, and between tables and text.

`table_constraints` holds a table to its sums and differences: those that its `row_levels`, `column_levels`
and `code_sums` tell and those that its numbers keep to, the `table_relations` of its `table_lines`, of which
`sum_choices` prefers some; sums that may reach beyond a piece of a table are left out. `comparisons` are what
columns, rows or `named_cells` compare by what they are called, as `comparison_constraints` asks of numbers;
`table_quotients` are rates and shares of a total, and `point_levels` the points of a form. `text_and_tables`
holds a text against the tables, `alike_columns` these against one another.
"""
