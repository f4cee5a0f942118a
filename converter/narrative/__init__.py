"""The text of a report: the pack's wording filled with what was judged of a department, as blocks.

A block is a heading, a paragraph, a table or the like; of each figure it prints it knows the id. `document`
writes blocks to Word.

`narrator` makes a report. The package `templates` has the pack's wording; `placeholders` keep figures and
people's texts out of templates and Markdown, and `markdown` turns the rendered text into `blocks`. `tables`
builds the report's tables, by `grid_columns`, of rows of a list by `list_spans`; `prose` shapes a
department's own text, `punctuation` corrects it.

What a template asks for besides: `deductions`, why points were lost; `missing_figures`, what is to be
supplied, and `supplement_entries`, where; `printed_sums`, whether printed numbers agree; `issue_date`, which
day stands below.

Several public interfaces, so that who only looks at blocks loads no templates.
"""
