"""Which year and which department each table of a submission is for, from all the evidence there is.

`evidence` gathers what head rows, column heads, covers, names of files and folders and the supplement say,
each a hint (`hints`) with its place in a `workbook`, `documents` what those beside it say. `years`,
`undated` and `kinds` decide the year and whose figures a table has, `decision` the department of a workbook,
`departments_of_tables` those of one that several share; `doubts` names the places that do not agree. They see
the tables of all workbooks filed together, before any figure is extracted.
"""
