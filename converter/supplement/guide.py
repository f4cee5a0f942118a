"""The first sheet: how to fill in the others, and how much there is to do."""

from collections import Counter
from collections.abc import Mapping

from converter import messages
from converter.supplement.counts import counts_of
from converter.supplement.prefill import Prefilled, Standing
from converter.workbooks.write import EntryCell, EntryKind, EntryRow, EntrySheet, Tone

WIDTHS = (26, 12, 12, 12, 12, 54)
COLOUR_SPANS = (1, 2, 3)  # columns of the table of colours


def guide(known: Prefilled, counts: Mapping[str, Counter[Standing]]) -> EntrySheet:
    """Return the sheet; `counts` says what became of how many cells of each sheet."""
    rows = [_line(messages.workbooks.GUIDE_TITLE, EntryKind.TITLE)]
    if known.department:
        rows.append(
            _line(
                messages.workbooks.GUIDE_OF.format(year=known.year, department=known.department),
                EntryKind.NOTE,
            )
        )
    rows += [_line(text, EntryKind.NOTE) for text in messages.workbooks.GUIDE]
    rows += [
        _line("", EntryKind.NOTE),
        _spanned(messages.workbooks.GUIDE_COLOURS, EntryKind.HEAD),
        _colour(messages.workbooks.GUIDE_TO_FILL, None),
    ]
    if known.department:
        rows += [
            _colour(messages.workbooks.GUIDE_WRONG, Tone.BAD),
            _colour(messages.workbooks.GUIDE_CONFIRM, Tone.WARN),
        ]
        rows += [
            _colour(messages.workbooks.GUIDE_KNOWN, Tone.DIM),
            _colour(messages.workbooks.GUIDE_FILED, Tone.GOOD),
        ]
    rows += [_line("", EntryKind.NOTE), _cells(messages.workbooks.GUIDE_COUNTS, EntryKind.HEAD)]
    for sheet, of_sheet in counts.items():
        rows.append(_counted(sheet, of_sheet))
    rows.append(_counted(messages.workbooks.GUIDE_TOTAL, sum(counts.values(), Counter())))
    return EntrySheet(messages.workbooks.GUIDE_SHEET, WIDTHS, rows)


def _line(text: str, kind: EntryKind) -> EntryRow:
    return EntryRow((EntryCell(text, kind, columns=len(WIDTHS)),))


def _cells(texts: tuple[str, ...], kind: EntryKind) -> EntryRow:
    return EntryRow(tuple(EntryCell(text, kind) for text in texts))


def _spanned(texts: tuple[str, ...], kind: EntryKind) -> EntryRow:
    return EntryRow(tuple(EntryCell(*each) for each in zip(texts, (kind,) * 3, COLOUR_SPANS, strict=True)))


def _colour(texts: tuple[str, ...], tone: Tone | None) -> EntryRow:
    _, *meaning = _spanned(texts, EntryKind.TIP).cells
    return EntryRow((EntryCell(None, EntryKind.TEXT, tone=tone), *meaning))


def _counted(sheet: str, standings: Counter[Standing]) -> EntryRow:
    counts = counts_of(standings)
    numbers = counts.to_fill, counts.optional, counts.to_confirm, counts.known
    return EntryRow(
        (
            EntryCell(sheet, EntryKind.WORD),
            *(EntryCell(str(number), EntryKind.COMPUTED) for number in numbers),
        )
    )
