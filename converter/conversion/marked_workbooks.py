"""A department's workbooks handed back with what was found in them."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from converter import messages
from converter.conversion.checklist import message_of
from converter.conversion.judged import Judged
from converter.conversion.readiness import Part, part_of
from converter.figures import CellOrigin, Finding
from converter.pack import Pack
from converter.read import FiledFile, OpenedWorkbook
from converter.workbooks.mark import MarkedCell, MarkedCopy, PlainSheet, Remark, marked_copy
from converter.workbooks.write import Tone

_TONES = {
    Part.ERROR: Tone.BAD,
    Part.WARNING: Tone.WARN,
    Part.SUPPLY: Tone.WARN,
    Part.EXPLAINED: Tone.GOOD,
    Part.NOTE: Tone.DIM,
}
"""How findings stand out; nobody has to act on those of other parts, and they are left out."""


def marked_workbooks(
    judged: Judged,
    files: Mapping[str, FiledFile],
    open_sheets: Callable[[FiledFile], OpenedWorkbook],
    pack: Pack,
) -> Iterator[tuple[str, bytes]]:
    """Yield by its name each workbook among the files that findings are about, copied and marked."""
    ledger = judged.ledger
    gravest_first = sorted(
        (finding for finding in judged.findings if part_of(finding) in _TONES),
        key=lambda finding: list(_TONES).index(part_of(finding)),
    )
    for name in dict.fromkeys(cell.file for finding in gravest_first for cell in finding.cells):
        if name not in files:
            continue
        remarks = [*_remarks(gravest_first, name)]
        note = messages.workbooks.MARKED_NOTE.format(
            year=ledger.year, department=ledger.department, count=len(remarks)
        )
        opened = open_sheets(files[name])
        sheets = [
            PlainSheet(each.name, each.rows, each.merges or (), each.is_hidden) for each in opened.grids
        ]
        title = messages.workbooks.MARKED_TITLE.format(file=name)
        copy = MarkedCopy(sheets, opened.parts, title, note, remarks)
        yield name, marked_copy(copy, pack.style.workbooks.overview)


def _remarks(findings: Sequence[Finding], file: str) -> Iterator[Remark]:
    for finding in findings:
        places = tuple(_place(cell, finding) for cell in finding.cells if cell.file == file)
        if places:
            part = part_of(finding)
            yield Remark(
                messages.edits.LIST_PARTS.get(part, messages.filing.SEVERITIES["note"]),
                _TONES[part],
                messages.filing.ENTRY.format(code=finding.code, message=message_of(finding)),
                places,
                finding.expected,
                finding.actual,
                finding.hint,
            )


def _place(cell: CellOrigin, finding: Finding) -> MarkedCell:
    suspects = {(each.file, each.sheet, each.cell) for each in finding.suspects}
    is_blamed = not suspects or (cell.file, cell.sheet, cell.cell) in suspects
    return MarkedCell(cell.sheet, cell.cell, is_blamed)
