"""Causes that concern a whole sheet or a whole workbook.

Workbooks: `wrong_unit_books` and `wrong_year_books`. Sheets: `wrong_units`, `last_year_sheets`,
`disjointed_sheets` whose amounts moved by a row or column, and, without any equation, `magnitude`.
"""
