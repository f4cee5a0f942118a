"""What must agree within a table, and between tables and text.

`table_constraints` holds a table to its sums and differences: those that its `row_levels`, `column_levels`
and `code_sums` tell and those that its numbers keep to, the `table_relations` of its `table_lines`, of which
`sum_choices` prefers some; sums that may reach beyond a table that is one of several `pieces` are left out.
`comparisons` are what columns compare by their heads, `table_quotients` rates, `point_levels` the points of a
form on several levels. `text_and_tables` holds a text against the tables and these against one another.
"""
