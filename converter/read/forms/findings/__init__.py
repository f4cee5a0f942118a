"""What is said of a sheet that was not understood, or not for certain, each a `sheet_finding`.

`bare_sheets` without amounts and `unused` tables; `unrecognised` labels and `unread_details`; of cells,
`ambiguities`, what is `not_numbers`, and `formula_findings`.
"""
