"""A sheet of entries: one a row, with its columns of figures and of words."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from msgspec import Struct

from converter import messages
from converter.pack import SupplementEntry, SupplementSheet
from converter.supplement.questionnaire import Asked, Question, Questionnaire, example_of, standing_words
from converter.supplement.sheet import (
    CONFIRM_WIDTH,
    HEAD_ROW,
    STANDING_WIDTH,
    LaidOut,
    above,
    confirm_cell,
    recorded,
    to_confirm,
)
from converter.workbooks.write import EntryCell, EntryKind, EntryRow, EntrySheet

LABEL_WIDTH, FULL_WIDTH, FIGURE_WIDTH, TIP_WIDTH = 24, 6, 14, 36
WORDS_WIDTH, WORDS_BESIDE_FIGURES = 56, 32


class _Column(Struct, frozen=True):
    """A column: its head, its width, and the cell for an entry and what its row asks."""

    head: str
    width: float
    cell: Callable[[SupplementEntry, Sequence[Asked]], EntryCell]


_CONFIRM = _Column(messages.workbooks.CONFIRM_COLUMN, CONFIRM_WIDTH, lambda _, row: confirm_cell(row))


def lay_out_entries(name: str, sheet: SupplementSheet, questionnaire: Questionnaire) -> LaidOut:
    """Return a sheet of entries, each asked for."""
    rows = [
        [questionnaire.ask(question, name) for question in _questions(entry, sheet)]
        for entry in sheet.entries
    ]
    columns = [*_columns(sheet)]
    if any(map(to_confirm, rows)):
        columns.insert(-2, _CONFIRM)
    heads = [column.head for column in columns]
    asked_at = [heads.index(head) for head in (*sheet.figures, *sheet.words)]
    confirm = columns.index(_CONFIRM) if _CONFIRM in columns else 0
    laid_out = above(sheet, len(heads))
    laid_out.append(EntryRow(tuple(EntryCell(head, EntryKind.HEAD) for head in heads)))
    records = []
    for at, (entry, asked) in enumerate(zip(sheet.entries, rows, strict=True), HEAD_ROW + 1):
        laid_out.append(EntryRow(tuple(column.cell(entry, asked) for column in columns)))
        records += recorded(name, at, asked_at, asked, confirm)
    widths = [column.width for column in columns]
    return LaidOut(EntrySheet(name, widths, laid_out, HEAD_ROW + 1), tuple(records))


def _questions(entry: SupplementEntry, sheet: SupplementSheet) -> Iterator[Question]:
    """Yield what is asked in a row; words beside figures are for what these do not say, without limits."""
    remark = SupplementEntry(label=entry.label, target=entry.target, unless_nil=entry.unless_nil)
    for is_number, suffixes in ((True, sheet.figures.values()), (False, sheet.words.values())):
        is_beside = bool(sheet.figures) and not is_number
        for suffix in suffixes:
            target = entry.target if not suffix or "." in entry.target else f"{entry.target}.{suffix}"
            yield Question(
                target,
                sheet.unit if is_number else "",
                is_number,
                entry=remark if is_beside else entry,
                need="conditional" if is_beside else entry.need,
            )


def _columns(sheet: SupplementSheet) -> Iterator[_Column]:
    """Yield the columns of a sheet of which nothing is to be confirmed."""
    heads = (*sheet.figures, *sheet.words)
    words_width = WORDS_BESIDE_FIGURES if sheet.figures else WORDS_WIDTH
    yield _Column(sheet.key, LABEL_WIDTH, lambda entry, _: EntryCell(entry.label, EntryKind.WORD))
    if sheet.scored:
        yield _Column(messages.workbooks.FULL_COLUMN, FULL_WIDTH, _full_points)
    for at, head in enumerate(heads):
        width = FIGURE_WIDTH if head in sheet.figures else words_width
        yield _Column(head, width, partial(_asked_cell, at))
    yield _Column(
        messages.workbooks.STANDING_COLUMN, STANDING_WIDTH, lambda _, row: _tip(standing_words(row, heads))
    )
    yield _Column(
        messages.workbooks.TIP_COLUMN, TIP_WIDTH, lambda entry, _: _tip(entry.tip, example_of(entry))
    )


def _full_points(entry: SupplementEntry, _: Sequence[Asked]) -> EntryCell:
    return EntryCell(entry.most, EntryKind.COMPUTED)


def _asked_cell(at: int, entry: SupplementEntry, row: Sequence[Asked]) -> EntryCell:
    return row[at].cell


def _tip(*lines: str) -> EntryCell:
    return EntryCell("\n".join(filter(None, lines)), EntryKind.TIP)
