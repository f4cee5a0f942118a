"""What must agree within a table, and between tables and text.

`table_constraints` holds a table to its sums and differences: those that its `row_levels`, `column_levels`
and `code_sums` tell and those that its numbers keep to, the `table_relations` of its `table_lines`, of which
`sum_choices` prefers some; sums that may reach beyond a table that is one of several `pieces` are left out.
`comparisons` are what columns, rows (`row_comparisons`) or `named_cells` compare by what they are called, as
`comparison_constraints` asks of numbers; `table_quotients` are rates, `vertical_shares` those of a total, and
`point_levels` the points of a form. `text_and_tables` holds a text against the tables, `alike_columns` these
against one another.
"""
