"""Tables of a recognised form to figures, detail rows and texts, and what was not understood.

`form` extracts a whole form, `block` one block of it, `list_rows` a list, `extractor` one cell;
`amount_cells` says where a row's amount stands, `granularity` how finely it is printed, `extracted` what a
block may give. `open_titles` tells which form is meant by a title of several. `coverage` lists the labels
with amounts that no block takes; what is left out is said by `ambiguities`, `unrecognised`, `unread_details`,
`not_numbers`, `formula_findings`, `bare_sheets` and `unused`, each as a `sheet_finding`. `filing` holds the
records a workbook becomes.
"""
