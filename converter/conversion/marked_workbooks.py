"""A department's workbooks handed back with what was found in them."""

from collections.abc import Callable, Container, Iterator, Mapping, Sequence

from converter import messages
from converter.conversion.checklist import finding_line, part_word
from converter.conversion.inventory import FileUse
from converter.conversion.judged import Judged
from converter.conversion.readiness import Part, gravest_first, part_of
from converter.figures import Finding
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
"""How findings stand out."""


def marked_workbooks(
    judged: Judged,
    files: Mapping[str, FiledFile],
    open_sheets: Callable[[FiledFile], OpenedWorkbook],
    pack: Pack,
) -> Iterator[tuple[str, bytes]]:
    """Yield by its name each workbook among the files that findings are about, copied and marked; the others
    are named in each.
    """
    ledger = judged.ledger
    findings = gravest_first(judged.findings)
    about = dict.fromkeys(cell.file for finding in findings for cell in finding.cells)
    unmarked = _unmarked(judged, about.keys())
    for name in filter(files.__contains__, about):
        remarks = [*_remarks(findings, name)]
        note = messages.workbooks.MARKED_NOTE.format(
            year=ledger.year, department=ledger.department, count=len(remarks)
        )
        opened = open_sheets(files[name])
        sheets = [
            PlainSheet(each.name, each.rows, each.merges or (), each.is_hidden) for each in opened.grids
        ]
        title = messages.workbooks.MARKED_TITLE.format(file=name)
        copy = MarkedCopy(sheets, opened.parts, title, note + unmarked, remarks)
        yield name, marked_copy(copy, pack.style.workbooks.overview)


def _unmarked(judged: Judged, about: Container[str]) -> str:
    """Return in words which workbooks no finding is about, '' if there are none."""
    read = (item.file for item in judged.inventory if item.use is FileUse.TABLES)
    names = messages.phrases.AND.join(name for name in read if name not in about)
    return messages.workbooks.UNMARKED.format(files=names) if names else ""


def _remarks(findings: Sequence[Finding], file: str) -> Iterator[Remark]:
    for finding in findings:
        places = tuple(
            MarkedCell(cell.sheet, at, finding.blames(cell))
            for cell in finding.cells
            if cell.file == file
            for at in cell.cells or [""]
        )
        if places:
            yield Remark(
                part_word(finding),
                _TONES[part_of(finding)],
                finding_line(finding),
                places,
                finding.expected,
                finding.actual,
                finding.hint,
            )
