"""Rows of a table that compare other rows, by their labels: what is left, a rate of completion, a change."""

import re
from collections.abc import Iterator

from converter.pack import TableWords
from converter.verify.constraints.constraint import Constraint, Surety
from converter.verify.constraints.tables.comparison_constraints import comparison_constraints
from converter.verify.constraints.tables.comparisons import ComparedColumns
from converter.verify.constraints.tables.table_lines import TableLines
from converter.verify.constraints.tables.table_relations import Line

MOST_ROWS_COMPARED = 16  # of a table whose rows are of different kinds


def row_comparisons(lines: TableLines, words: TableWords) -> Iterator[Constraint]:
    """Yield what rows compare, in the columns that compare nothing themselves; the lines have all rows."""
    rates, compares = re.compile(words.rate), re.compile(f"{words.rate}|{words.change}")
    columns = [
        column
        for column, head in zip(lines.columns, lines.full_heads, strict=True)
        if not compares.search(head)
    ]
    if not columns or len(lines.rows) > MOST_ROWS_COMPARED:
        return
    rows: list[Line] = [list(row) for row in zip(*columns, strict=True)]
    amounts = [row for row, label in enumerate(lines.labels) if not rates.search(label)]
    compared = ComparedColumns(rows, lines.labels, amounts, words)
    for row, label in enumerate(lines.labels):
        stated = compares.search(label) and compared.stated(row)
        if stated:
            surety = Surety.STATED if stated.is_sure else Surety.PROBABLE
            yield from comparison_constraints(
                rows, lines.labels, stated, surety, any_slip_counts=stated.any_slip_counts
            )
