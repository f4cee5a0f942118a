"""One department: its filings judged, and its report made.

`conversion` is the way through read, rules, narrative and document, by one pack and for its `report_year`;
on it, `unit_inference`, `budget_units`, `prose`, `missing_forms` and `corrected_texts` add what the
department's own workbooks do not say by themselves. `edits` carries over what people changed in the last
report, `draft_findings` checks what they wrote, `explanations` reads what they say to a finding;
`prefill` tells what is known for the next supplement. From what is `judged` follow its `readiness`, the
`inventory` of files, the `checklist`, the file that a `report_writer` makes, its `review_comments` and the
`marked_workbooks`. A `stopwatch` tells how long each stage took. Knows nothing of where anything is written,
nor of other departments.
"""

from converter.conversion.checklist import (
    checklist,
    checklist_line,
    checklist_parts,
    explained_message,
    finding_line,
    part_word,
)
from converter.conversion.conversion import Conversion
from converter.conversion.explanations import Explanation, explanation_key
from converter.conversion.inventory import FileUse, InventoryItem, unused_items
from converter.conversion.judged import Converted, FilesOfPeople, FinishedReport, Judged
from converter.conversion.readiness import (
    LISTED,
    Part,
    Readiness,
    cells_in_doubt,
    gravest_first,
    part_counts,
    part_of,
    readiness_of,
    readiness_words,
    summary_words,
)

__all__ = [
    "LISTED",
    "Conversion",
    "Converted",
    "Explanation",
    "FileUse",
    "FilesOfPeople",
    "FinishedReport",
    "InventoryItem",
    "Judged",
    "Part",
    "Readiness",
    "cells_in_doubt",
    "checklist",
    "checklist_line",
    "checklist_parts",
    "explained_message",
    "explanation_key",
    "finding_line",
    "gravest_first",
    "part_counts",
    "part_of",
    "part_word",
    "readiness_of",
    "readiness_words",
    "summary_words",
    "unused_items",
]
