"""Causes that concern some rows or cells of a sheet.

Rows, by another table of the workbook: `displaced_rows` and `missing_rows`. Cells: `wrong_cells` by one
amount each, which may count a part twice or not at all (`miscounts`), `mixups` of several in one another's
places, `rotated_rows` where they moved within a group.
"""
