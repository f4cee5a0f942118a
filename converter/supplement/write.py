"""Write the supplement workbook: blank, or with what is known of a department."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from converter import messages
from converter.pack import Pack, SupplementSheet
from converter.supplement.counts import Counts, counts_of
from converter.supplement.entries import lay_out_entries
from converter.supplement.grids import lay_out_grid
from converter.supplement.guide import guide
from converter.supplement.lists import lay_out_list
from converter.supplement.prefill import NOTHING_KNOWN, Prefilled
from converter.supplement.questionnaire import Questionnaire
from converter.supplement.sheet import LaidOut, Recorded
from converter.workbooks.write import EntryCell, EntryKind, EntryRow, EntrySheet, entry_workbook

RECORD_WIDTHS = (16, 10, 60, 10)


def write_supplement(pack: Pack, path: Path, known: Prefilled = NOTHING_KNOWN) -> Counts:
    """Write the pack's supplement workbook to `path`, which must not exist (FileExistsError), whole or not at
    all; return how much there is to fill.
    """
    questionnaire = Questionnaire(pack, known)
    laid_out = [_laid_out(name, sheet, questionnaire, pack, known) for name, sheet in pack.supplement.items()]
    sheets = [guide(known, questionnaire.counts), *(each.sheet for each in laid_out)]
    if records := [record for each in laid_out for record in each.recorded]:
        sheets.append(_record(records))
    data = entry_workbook(sheets, pack.style.workbooks.supplement)
    with path.open("xb") as target:
        try:
            target.write(data)
            target.flush()
        except OSError:
            path.unlink()
            raise
    return counts_of(sum(questionnaire.counts.values(), Counter()))


def _laid_out(
    name: str, sheet: SupplementSheet, questionnaire: Questionnaire, pack: Pack, known: Prefilled
) -> LaidOut:
    if sheet.grid:
        return lay_out_grid(name, sheet, questionnaire, pack)
    if sheet.list:
        return lay_out_list(name, sheet, pack, known.lists.get(sheet.list, ()))
    return lay_out_entries(name, sheet, questionnaire)


def _record(records: Iterable[Recorded]) -> EntrySheet:
    """Return the hidden sheet that tells what was written into which cell."""
    rows = [EntryRow(tuple(EntryCell(head, EntryKind.HEAD) for head in messages.workbooks.RECORD_HEADS))]
    for record in records:
        content = EntryCell(record.content.value, record.content.kind)
        place, confirm = (EntryCell(text, EntryKind.TIP) for text in (record.cell, record.confirm))
        rows.append(EntryRow((EntryCell(record.sheet, EntryKind.TIP), place, content, confirm)))
    return EntrySheet(messages.workbooks.RECORD_SHEET, RECORD_WIDTHS, rows, hidden=True)
