"""What is said of a sheet that was not understood, or not for certain, each a `sheet_finding`.

`form_findings` is all that is said of a form, in order: of `bare_sheets` without amounts, `unrecognised`
labels and `unread_details`; of cells, `ambiguities`, what is `not_numbers`, and `formula_findings`. `unused`
are the tables that are known and no form's.
"""
