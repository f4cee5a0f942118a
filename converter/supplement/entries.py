"""A sheet of entries: one a row, with its columns of figures and of words."""

from collections.abc import Iterator

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


def lay_out_entries(name: str, sheet: SupplementSheet, questionnaire: Questionnaire) -> LaidOut:
    """Return a sheet of entries, each asked for."""
    rows = [
        [questionnaire.ask(question, name) for question in _questions(entry, sheet)]
        for entry in sheet.entries
    ]
    confirms = any(map(to_confirm, rows))
    heads = list(_heads(sheet, confirms))
    labels = [label for label, _ in heads]
    columns = [labels.index(label) for label in (*sheet.figures, *sheet.words)]
    confirm = labels.index(messages.workbooks.CONFIRM_COLUMN) if confirms else 0
    laid_out = above(sheet, len(heads))
    laid_out.append(EntryRow(tuple(EntryCell(label, EntryKind.HEAD) for label in labels)))
    records = []
    for at, (entry, asked) in enumerate(zip(sheet.entries, rows, strict=True), HEAD_ROW + 1):
        laid_out.append(EntryRow(tuple(_cells(entry, sheet, asked, confirms))))
        records += recorded(name, at, columns, asked, confirm)
    widths = [width for _, width in heads]
    return LaidOut(EntrySheet(name, widths, laid_out, HEAD_ROW + 1), tuple(records))


def _questions(entry: SupplementEntry, sheet: SupplementSheet) -> Iterator[Question]:
    """Yield what is asked in a row; words beside figures are for what these do not say."""
    for is_number, suffixes in ((True, sheet.figures.values()), (False, sheet.words.values())):
        for suffix in suffixes:
            target = entry.target if not suffix or "." in entry.target else f"{entry.target}.{suffix}"
            need = "conditional" if sheet.figures and not is_number else entry.need
            yield Question(target, sheet.unit if is_number else "", is_number, entry=entry, need=need)


def _heads(sheet: SupplementSheet, confirms: bool) -> Iterator[tuple[str, float]]:
    """Yield the heads of the columns, and how wide they are."""
    yield sheet.key, LABEL_WIDTH
    if sheet.scored:
        yield messages.workbooks.FULL_COLUMN, FULL_WIDTH
    yield from ((label, FIGURE_WIDTH) for label in sheet.figures)
    yield from ((label, WORDS_BESIDE_FIGURES if sheet.figures else WORDS_WIDTH) for label in sheet.words)
    if confirms:
        yield messages.workbooks.CONFIRM_COLUMN, CONFIRM_WIDTH
    yield messages.workbooks.STANDING_COLUMN, STANDING_WIDTH
    yield messages.workbooks.TIP_COLUMN, TIP_WIDTH


def _cells(
    entry: SupplementEntry, sheet: SupplementSheet, asked: list[Asked], confirms: bool
) -> Iterator[EntryCell]:
    yield EntryCell(entry.label, EntryKind.WORD)
    if sheet.scored:
        yield EntryCell(entry.most, EntryKind.COMPUTED)
    yield from (each.cell for each in asked)
    if confirms:
        yield confirm_cell(asked)
    yield EntryCell(standing_words(asked, (*sheet.figures, *sheet.words)), EntryKind.TIP)
    yield EntryCell("\n".join(filter(None, (entry.tip, example_of(entry)))), EntryKind.TIP)
