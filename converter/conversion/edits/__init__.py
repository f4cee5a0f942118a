"""What people made of a report since it was written, carried into the next one.

`reports` finds the reports of ours that people left; `carry` takes their edits over. Three versions are
compared: the report as the program wrote it then, which its trail tells; as the person left it; and as the
program writes it today. They are compared by `segments`, which are sentences, lines and tables, in the
`order` of the outline, by their `alignment`.

`merge` puts a person's words in where the program's are as they were, `tables` does so cell by cell,
`resolve` finds the figures in them, and `blocks` makes a report of it again. `line_words` is what the pack
says of lines, `edit_findings` what a person is told.
"""

from converter.conversion.edits.carry import CarriedEdits, carry_edits
from converter.conversion.edits.reports import EditedReport, EditedReports, not_read, reports_of

__all__ = ["CarriedEdits", "EditedReport", "EditedReports", "carry_edits", "not_read", "reports_of"]
