"""What must agree within any table: its sums, differences and rates."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from decimal import Decimal
from functools import cache, cached_property
from itertools import pairwise

from converter.figures import Outcome, sum_values
from converter.pack import TableWords
from converter.verify.claims.tables.table_grid import TableBlock, TableGrid
from converter.verify.constraints.common_constraints import addition, same
from converter.verify.constraints.constraint import Constraint, ConstraintKind, Surety, evaluate
from converter.verify.constraints.effort import Effort
from converter.verify.constraints.tables import sum_choices
from converter.verify.constraints.tables.code_sums import mostly_hold, only_sum, sums_by_codes
from converter.verify.constraints.tables.comparison_constraints import comparison_constraints, row_comparisons
from converter.verify.constraints.tables.comparisons import ComparedColumns, ComparisonForm, LineComparison
from converter.verify.constraints.tables.named_cells import named_cells, names_of_cells
from converter.verify.constraints.tables.point_levels import points_by_level, points_by_rate
from converter.verify.constraints.tables.row_levels import sums_by_labels, sums_within
from converter.verify.constraints.tables.table_lines import BlockLines, PointsOverHeads, TableLines
from converter.verify.constraints.tables.table_quotients import QuotientColumns, quotient_constraints
from converter.verify.constraints.tables.table_relations import (
    Line,
    LineNames,
    Sum,
    fails,
    find_sums,
    is_percentages,
    sum_evidence,
    sums_of_namesakes,
)

MOST_DIVIDED = 16  # whose differences and quotients are tried out, each with each
MOST_ROWS_TRIED = 400  # whose sums are tried out; longer tables are held to their codes alone


def table_constraints(
    sections: Sequence[TableGrid], words: TableWords, effort: Effort, codes_add_up: Callable[[], bool]
) -> Iterator[Constraint]:
    """Yield the constraints of a table, of each block of its sections, by its words and by what its numbers
    keep to, as far as the effort allows; `codes_add_up` tells whether the report's tables keep to codes.
    """
    points = PointsOverHeads(sections, words)
    if points.heads:
        yield from _sums_of_points(points, words)
    for grid in sections:
        yield from _balanced(grid, words)
        yield from points_by_level(grid, words)
        yield from points_by_rate(grid, words)
        yield from _of_section(grid, points.heads, words, effort, codes_add_up)


def _of_section(
    grid: TableGrid, omitted: Set[str], words: TableWords, effort: Effort, codes_add_up: Callable[[], bool]
) -> Iterator[Constraint]:
    """Yield the constraints of a section's blocks; most have but one, whose lines are read once."""
    lines_of = cache(lambda block: BlockLines(grid, block, words, omitted))
    reader_of = cache(lambda lines: _LineReader(lines, words, effort))
    for block in grid.blocks:
        reader = reader_of(lines_of(block).amounts)
        if reader.has_sums:
            yield from reader.sums()
            yield from reader.sums_of_rows(codes_add_up)
    if each_named := names_of_cells(grid, words):
        yield from named_cells(each_named, words)
    elif grid.blocks:  # words may stand between amounts and what they are compared by
        columns = tuple(column for block in grid.blocks for column in block.number_columns)
        lines = lines_of(TableBlock(grid.blocks[0].label_columns, columns))
        yield from reader_of(lines.every).differences()
        yield from row_comparisons(lines.every, words)
        yield from reader_of(lines.amounts).quotients()


def _sums_of_points(points: PointsOverHeads, words: TableWords) -> Iterator[Constraint]:
    """Yield the constraint of each total that stands below points of several sections."""
    labels, rows = points.lines()
    for summed in sums_by_labels(labels, words):
        if summed.total < max(summed.parts):
            continue
        evidence = sum_evidence(rows, summed.total, summed.parts)
        surety = Surety.STATED if evidence.suffices(is_stated=True) else Surety.PROBABLE
        if evidence.may_be_a_law:
            yield from _of_sum(rows, summed, surety)


def _balanced(grid: TableGrid, words: TableWords) -> Iterator[Constraint]:
    """Yield a constraint of the totals of two blocks that stand side by side: what came and what went."""
    blocks = [block for block in grid.blocks if len(block.number_columns) == 1]
    for left, right in pairwise(blocks):
        for row in grid.body:
            pair = [grid.numbers.get((row, block.number_columns[0])) for block in (left, right)]
            one, other = pair
            stated = all(re.fullmatch(words.balance, grid.label(row, block)) for block in (left, right))
            if stated and one and other and one.base_unit == other.base_unit:
                yield Constraint(ConstraintKind.AGREEMENT, "", same(one, other))


class _LineReader:
    """Finds the relations of lines, which are columns from the left, or rows from the top."""

    def __init__(self, lines: TableLines, words: TableWords, effort: Effort) -> None:
        self._lines, self._words, self._effort = lines, words, effort
        self._columns, self._names, self._labels = lines.columns, lines.heads, lines.labels
        rates, unlike = re.compile(words.rate), re.compile(words.unlike)
        self._rates = [
            line
            for line, head in enumerate(self._names)
            if rates.search(head) or is_percentages(self._columns[line])
        ]
        self._amounts = [line for line in range(len(self._columns)) if line not in self._rates]
        above = [lines.grid.head_words(column) for column in lines.at]
        self._summed = [line for line in self._amounts if not unlike.search(above[line])]

    @property
    def has_sums(self) -> bool:
        """Whether some of its columns may be added up."""
        return bool(self._summed)

    def sums(self) -> Iterator[Constraint]:
        """Yield a constraint of each sum of columns, in each row."""
        columns = [self._columns[line] for line in self._summed]
        names = [self._names[line] for line in self._summed]
        levels = self._lines.levels(self._summed, self._words)
        stated = levels.sums() if levels.are_stated else sums_by_labels(names, self._words)
        found, likely = self._found(columns, names, (), sum_choices.without_strangers(columns, stated))
        if self._lines.grid.is_open_beside:
            likely = []
        found = [each for each in found if levels.may_add_up(each) or not fails(columns, each)]
        found = sum_choices.without_strangers(columns, found)
        found += sums_of_namesakes(columns, names, self._effort, found)
        for summed, better in sum_choices.rivals(columns, found, self._named(names)):
            found[found.index(summed)], likely = better, [*likely, summed]
        for surety, those in ((Surety.STATED, found), (Surety.PROBABLE, likely)):
            for summed in those:
                yield from _of_sum(columns, summed, surety)

    def sums_of_rows(self, codes_add_up: Callable[[], bool]) -> Iterator[Constraint]:
        """Yield a constraint of each sum of rows, in each column."""
        columns = [self._columns[line] for line in self._summed]
        rows: list[Line] = [list(row) for row in zip(*columns, strict=True)]
        known = self._within(sums_by_codes(rows, self._lines.codes, self._effort))
        if not mostly_hold(rows, known):
            known = only_sum(known, self._lines.codes)
            known = known if known and codes_add_up() else []
        labelled = sums_by_labels(self._labels, self._words, self._lines.blank)
        found, likely = self._found(rows, self._labels, known, labelled)
        for summed in self._within(found):
            constraints = list(self._of_rows(summed))
            yield from constraints if _is_supported(constraints) else self._of_rows(summed, Surety.PROBABLE)
        for summed in self._within(likely):
            yield from self._of_rows(summed, Surety.PROBABLE)

    def _within(self, sums: Sequence[Sum]) -> list[Sum]:
        return list(sums_within(self._lines.grid, self._lines.labels, sums, self._words.total))

    def _found(
        self, lines: Sequence[Line], names: Sequence[str], known: Sequence[Sum], labelled: Iterable[Sum]
    ) -> tuple[list[Sum], list[Sum]]:
        """Return the sums that are laws of the table, beyond the `known` ones, and those of which only the
        names of lines tell.
        """
        if len(lines) > MOST_ROWS_TRIED:
            return list(known), []
        stated = [] if known else [sum_choices.best_of_first_parts(lines, each) for each in labelled]
        laws = [each for evidence, each in stated if evidence.suffices(is_stated=True)]
        found = find_sums(lines, self._named(names), self._effort, known or laws)
        totals = {summed.total for summed in found}
        likely = [each for _, each in stated if each.total not in totals]
        return found, [each for each in likely if not sum_choices.is_of_others(lines, each)]

    def differences(self) -> Iterator[Constraint]:
        """Yield a constraint of each column that is the change from one other column to another."""
        for change in self._changes.values():
            surety, slips = Surety.STATED if change.is_sure else Surety.PROBABLE, change.any_slip_counts
            yield from comparison_constraints(
                self._columns, self._names, change, surety, any_slip_counts=slips
            )

    @cached_property
    def _compared(self) -> dict[int, LineComparison]:
        """What columns compare, by their heads."""
        columns = ComparedColumns(self._columns, self._lines.full_heads, self._amounts, self._words)
        return {line: found for line in range(len(self._columns)) if (found := columns.stated(line))}

    @cached_property
    def _changes(self) -> dict[int, LineComparison]:
        """The columns that are the change from one column to another."""
        return {line: each for line, each in self._compared.items() if each.form is ComparisonForm.CHANGE}

    def quotients(self) -> Iterator[Constraint]:
        """Yield a constraint of each rate with the columns it is a quotient of, in each row."""
        stated = {line: each for line, each in self._compared.items() if line not in self._changes}
        rates = sorted({*self._rates, *stated})
        columns = QuotientColumns(self._columns, self._names, rates, self._amounts[:MOST_DIVIDED], stated)
        yield from quotient_constraints(columns, self._lines, self._words)

    def _named(self, names: Sequence[str]) -> LineNames:
        return LineNames(names, self._words.total, self._words.splits)

    def _of_rows(self, summed: Sum, surety: Surety = Surety.STATED) -> Iterator[Constraint]:
        """Yield the constraint of a sum of rows in each column; changes carry the errors of their columns."""
        for column in self._summed:
            line, change = self._columns[column], self._changes.get(column)
            total, rows = line[summed.total], [row for row in summed.parts if line[row]]
            parts = tuple(claim for row in rows if (claim := line[row]))
            if not total or not parts or len({claim.base_unit for claim in (*parts, total)}) > 1:
                continue
            if not self._lines.are_read(column, summed.parts):
                continue
            if change and self._adds_up_filled_in(change, summed):
                continue
            of = (change.of, change.by) if change else ()
            beside = (self._columns[other][row] for other in of for row in (*rows, summed.total))
            carried = sum((claim.value.error for claim in beside if claim), Decimal(0))
            sure = surety if self._lines.are_filled(column, summed.parts) else Surety.PROBABLE
            yield addition(parts, total, sure, carried)

    def _adds_up_filled_in(self, change: LineComparison, summed: Sum) -> bool:
        """Whether changes that are not printed, though what they are of is, are all that keeps a sum of
        changes from holding.
        """
        line, now, then = (self._columns[column] for column in (change.line, change.of, change.by))
        known = [claim.value for row in summed.parts if (claim := line[row])]
        added = [claim.value for row in summed.parts if not line[row] and (claim := now[row])]
        taken = [-claim.value for row in summed.parts if not line[row] and (claim := then[row])]
        total = line[summed.total]
        if total is None or not (added or taken):
            return False
        return sum_values([*known, *added, *taken]).agrees_with(total.value)


def _is_supported(constraints: Sequence[Constraint]) -> bool:
    """Whether a sum holds somewhere, or fails but once: else not all of its parts are there."""
    fails = [evaluate(constraint).outcome is Outcome.DIFFERS for constraint in constraints]
    return sum(fails) < max(2, len(fails))


def _of_sum(lines: Sequence[Line], summed: Sum, surety: Surety = Surety.STATED) -> Iterator[Constraint]:
    """Yield the constraint of a sum at each place of its lines; where all parts but one are blank, it may not
    be filled in.
    """
    for place, total in enumerate(lines[summed.total]):
        parts = tuple(claim for part in summed.parts if (claim := lines[part][place]))
        if total and parts and len({claim.base_unit for claim in (*parts, total)}) == 1:
            yield addition(parts, total, surety if len(parts) > 1 else Surety.PROBABLE)
