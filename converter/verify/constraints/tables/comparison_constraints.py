"""What comparisons ask of their numbers, place by place: that they make the change or rate printed.

Columns are compared where they are found; the rows that compare others, by their labels, are found here: what
is left, a rate of completion, a change.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec.structs import replace

from converter.chinese import PERCENT_SIGNS
from converter.figures import Value
from converter.pack import TableWords
from converter.verify.claims.claim import Claim
from converter.verify.constraints.common_constraints import addition, made_of
from converter.verify.constraints.constraint import ComputeSides, Constraint, ConstraintKind, Surety
from converter.verify.constraints.tables.comparisons import ComparedColumns, ComparisonForm, LineComparison
from converter.verify.constraints.tables.table_lines import TableLines
from converter.verify.constraints.tables.table_relations import Line, as_printed, has_rate

MOST_ROWS_COMPARED = 16  # of a table whose rows are of different kinds


def comparison_constraints(
    lines: Sequence[Line],
    names: Sequence[str],
    comparison: LineComparison,
    surety: Surety,
    *,
    any_slip_counts: bool = False,
) -> Iterator[Constraint]:
    """Yield the constraint of a comparison of lines that are called by `names`, at each of their places."""
    compared, of, by = (names[line] for line in (comparison.line, comparison.of, comparison.by))
    is_change, is_growth = (
        comparison.form is form for form in (ComparisonForm.CHANGE, ComparisonForm.GROWTH)
    )
    because = f"{compared} = {of} - {by}" if is_change else f"{compared} = {of} / {by}"
    if is_growth:
        because += " - 1"
    three = (lines[line] for line in (comparison.line, comparison.of, comparison.by))
    for printed, now, then in zip(*three, strict=True):
        if not (printed and now and then):
            continue
        if is_change:
            if printed.base_unit == now.base_unit == then.base_unit:
                in_words = because if compared and of and by else ""
                yield addition(
                    (then, printed), now, surety, because=in_words, any_slip_counts=any_slip_counts
                )
        elif is_rate(printed) and has_rate(then, is_change=is_growth) and (printed.amount or not now.amount):
            # programs print nil where none is filled in
            sides = _quotient(printed, now, then, is_change=is_growth)
            constraint = Constraint(
                ConstraintKind.RELATION, because, sides, printed, quotient=True, surety=surety
            )
            yield replace(constraint, any_slip_counts=any_slip_counts)


def is_rate(claim: Claim) -> bool:
    """Whether a number may be a rate: it is a percentage, or in no unit."""
    return not claim.base_unit or claim.printed.rstrip().endswith(PERCENT_SIGNS)


def _quotient(printed: Claim, part: Claim, whole: Claim, *, is_change: bool) -> ComputeSides:
    """Return the sides of a rate and its quotient, or of a rate of change and the change by its base."""
    less, scale = Value(Decimal(is_change)), Value(Decimal(as_printed(printed)))
    return made_of(printed, lambda above, below: (above / below - less) * scale, part, whole)


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
