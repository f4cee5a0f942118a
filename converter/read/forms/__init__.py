"""Tables of a recognised form to figures, detail rows and texts, and what was not understood.

`form` extracts a whole form, `block` one block of it, `extractor` one cell; `amount_cells` says where a row's
amount stands, `extracted` what a block may give. `coverage` lists the labels with
amounts that no block takes; `unrecognised` and `ambiguities` say what was left out because of it. `filing`
holds the records a workbook becomes.
"""
