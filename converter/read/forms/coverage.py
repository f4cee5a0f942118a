"""What of a form was not understood: labels that no block takes, and labels that blocks seek in vain."""

from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches

from converter.read.forms.filing import Coverage, NearMiss
from converter.read.forms.table_coverage import TableCoverage
from converter.read.tables.sheet import FormSheet

CLOSE = 0.5  # how similar two labels must be for the one to be offered for the other


def coverage_of(tables: Sequence[TableCoverage]) -> Coverage:
    """Return what of a form was not understood, of the tables in which its blocks are sought."""
    rows = tuple(dict.fromkeys(unread for table in tables for unread in table.rows))
    columns = tuple(dict.fromkeys(unread for table in tables for unread in table.columns))
    misses = tuple(miss for table in tables for miss in _near_misses(table))
    return Coverage(rows, columns, misses)


def _near_misses(table: TableCoverage) -> Iterator[NearMiss]:
    """Yield the labels a block seeks in vain, of blocks that found some of their rows, in the same panels."""
    for located in table.blocks:
        keys = located.block.rows.values()
        panels = [panel for panel, columns in located.columns.items() if columns.matched]
        rows = [row for panel in panels for row in located.table.rows(panel)]
        present = {row.label for row in rows} | {row.code for row in rows}
        missing = [key for key in keys if key.labels.isdisjoint(present)]
        if len(missing) < len(keys):
            labels = [unread.label for panel in panels for unread in table.rows_by_panel[panel]]
            for expected in (min(key.labels) for key in missing):
                yield NearMiss(expected, closest_label(table.sheet, expected, labels))


def closest_label(sheet: FormSheet, sought: str, labels: Iterable[str]) -> str:
    """Return the label most like the one that is sought, '' if none is close.

    Left out are labels that are known rows of their own, and those that speak of another kind: of expenditure
    instead of revenue, of the end of the year instead of its beginning, of what something is not.
    """
    vocabulary = sheet.vocabulary
    kinds, known = vocabulary.kind_words(sought), vocabulary.known_rows[sheet.form]
    open_labels = [label for label in labels if label not in known and vocabulary.kind_words(label) == kinds]
    return next(iter(get_close_matches(sought, open_labels, 1, CLOSE)), "")
