"""Which rows of a table are sums of which, by their codes: where the tables of a report keep to that."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from converter.pack import TableWords
from converter.verify.claims.tables.table_grid import TableGrid
from converter.verify.constraints.effort import Effort
from converter.verify.constraints.tables.row_levels import sums_within
from converter.verify.constraints.tables.table_lines import BlockLines
from converter.verify.constraints.tables.table_relations import Line, Sum, sum_evidence

LEAST_CODE = 3  # digits of a code that is no number of a row
LEVEL = 2  # digits by which codes of a classification grow from level to level; those of units by more
LEAST_SUMS_HOLDING, SUMS_HOLDING_PER_FAILING = 6, 9  # sums in a report whose tables keep to their codes


def codes_add_up(tables: Iterable[Sequence[TableGrid]], words: TableWords) -> bool:
    """Whether the tables of a report that have several sums by codes keep to them."""
    holding, failing, effort = 0, 0, Effort()
    for grid in (grid for sections in tables for grid in sections):
        for block in grid.blocks:
            lines = BlockLines(grid, block, words).amounts
            rows: list[Line] = [list(row) for row in zip(*lines.columns, strict=True)]
            found = sums_by_codes(rows, lines.codes, effort)
            sums = list(sums_within(grid, lines.labels, found, words.total))
            if mostly_hold(rows, sums):
                evidence = [sum_evidence(rows, summed.total, summed.parts) for summed in sums]
                holding += sum(bool(each.holding and not each.failing) for each in evidence)
                failing += sum(bool(each.failing) for each in evidence)
    return holding >= max(LEAST_SUMS_HOLDING, SUMS_HOLDING_PER_FAILING * failing)


def sums_by_codes(rows: Sequence[Line], codes: Sequence[str], effort: Effort) -> list[Sum]:
    """Return the rows with those whose codes go on where theirs end, but for what is below one of these: a
    table may leave out a level, even for some of its rows. None if that takes more than the effort left.
    """
    in_order = sorted((code, line) for line, code in enumerate(codes) if code)
    found = []
    for total, code in enumerate(codes):
        below = []
        at = bisect_right(in_order, (code, len(codes))) if code else len(in_order)
        while at < len(in_order) and in_order[at][0].startswith(code):
            below.append(in_order[at][1])
            at += 1
        if not effort.spend(len(below) * max(map(len, rows), default=0)):
            return []
        if below:
            found.append(Sum(total, tuple(sorted(_uppermost(below, codes)))))
    return found


def _uppermost(lines: Sequence[int], codes: Sequence[str]) -> Iterator[int]:
    """Yield the lines, in the order of their codes, whose code begins with that of no other one."""
    above = ""
    for line in lines:
        if codes[line] == above or not above or not codes[line].startswith(above):
            above = codes[line]
            yield line


def mostly_hold(rows: Sequence[Line], sums: Sequence[Sum]) -> bool:
    """Whether there are several sums of rows, and nearly all hold."""
    evidence = [sum_evidence(rows, summed.total, summed.parts) for summed in sums]
    failing = sum(bool(each.failing) for each in evidence)
    return len(sums) > 1 and len(sums) >= 2 * failing


def only_sum(sums: Sequence[Sum], codes: Sequence[str]) -> list[Sum]:
    """Return the sum of a table that has but one, if its codes are those of a classification, each once, and
    its parts stand right below it.
    """
    coded = [code for code in codes if code]
    if len(sums) != 1 or len(coded) != len(set(coded)):
        return []
    total, parts = sums[0].total, sums[0].parts
    is_list = len(parts) > 1 and parts == tuple(range(total + 1, total + 1 + len(parts)))
    is_level = len(codes[total]) >= LEAST_CODE and len(codes[parts[0]]) == len(codes[total]) + LEVEL
    return list(sums) if is_list and is_level else []
