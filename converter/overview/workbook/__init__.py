"""The workbook of all departments.

`workbook` puts its sheets in order: `cohort_sheet` what the departments of a year and pack come to,
`chart_page` the same drawn, `department_sheets` a row for each department, `list_sheets` one for each
finding, gap, file or rule, `totals_sheet` the columns added up.
"""
