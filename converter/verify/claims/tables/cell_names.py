"""What the cells of any table are about: their item and basis, by row, column and title."""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from decimal import Decimal

from msgspec import Struct

from converter.chinese import FULL_STOP, YEAR
from converter.pack import Pack
from converter.verify.claims.claim import Claim
from converter.verify.claims.normal_text import normal_text
from converter.verify.claims.sentences.clauses import ClauseReader
from converter.verify.claims.tables.table_grid import TableBlock, TableGrid

MOST_CELLS_OF_NAME = 12  # of one name that are held against one another
_LEVEL = re.compile(r"\([^()]\)")
_YEAR = re.compile(rf"(?<!\d)20\d\d(?={YEAR})")
_CODE = re.compile(r"^\d{3,}+-?+(?=\w)")  # of a class, before its name: tables have it in another column


class NamedCell(Struct, frozen=True, eq=False):
    """A cell with a number, the `name` of its item, and its basis, '' where nothing tells.

    `known` says whether the item is one of the pack's, `column` where the cell stands: numbers of one column
    of one table are alike. `row` are the amounts of its row. `is_least` says whether its table is only of a
    part of the whole, beside which there is more of its item. `level` is that of government, '' for all of
    them, None where nothing tells.
    """

    claim: Claim
    name: str
    basis: str
    known: bool
    column: tuple[int, int]
    row: Set[Decimal]
    is_least: bool = False
    level: str | None = None


class CellNameReader:
    """Reads what cells are about, by one pack's words."""

    def __init__(self, pack: Pack, clauses: ClauseReader) -> None:
        words = pack.sentences.tables
        self._clauses, self._patterns = clauses, clauses.patterns
        self._within, self._scope_only = pack.sentences.within, pack.sentences.scope_only
        self._total, self._comparison = re.compile(words.total), re.compile(f"{words.change}|{words.rate}")
        self._amount, self._balance = re.compile(words.amount), re.compile(words.balance)
        self._wholes = [(whole.item, re.compile(whole.words)) for whole in words.wholes]
        self._split = {item for split in words.splits for item in split} | set(words.least)
        self._level_end = re.compile(words.ends)

    def name(self, claim: Claim) -> str:
        """Return the name of the item of a number in the text, as `read` names those of cells."""
        return claim.item if claim.known else self._bare(claim.item)

    def read(self, grid: TableGrid, above: Sequence[str]) -> Iterator[NamedCell]:
        """Yield the cells of a table whose item is named; `above` are the lines before it."""
        titles = [normal_text(line) for line in reversed(above) if FULL_STOP not in line]
        whole = _first_stated(titles, self._wholes)
        kind, year = _first_stated(titles, self._patterns.kinds), _year(titles)
        level = self._level(titles)
        for block in grid.blocks:
            below = grid.below_header(block)
            labels = {row: grid.label(row, block) for row in below}
            is_summed = any(
                self._total.search(label) and not self._balance.fullmatch(label) for label in labels.values()
            )
            rows = {
                row: self._named("" if is_summed and self._balance.fullmatch(label) else label, whole)
                for row, label in labels.items()
            }
            if len(rows) == 1 and not any(name for name, _ in rows.values()):
                rows = dict.fromkeys(rows, (whole, bool(whole)))  # the only row needs no label
            amounts = {row: frozenset(_amounts(grid, block, row)) for row in rows}
            for column, item, stated in self._columns(grid, block, whole):
                basis = stated if _YEAR.search(grid.header(column)) else self._of_year(year, stated or kind)
                at_level = self._level([grid.head_words(column)], level)
                for row, (name, known) in rows.items():
                    claim = grid.numbers.get((row, column))
                    if claim is None or not claim.base_unit:
                        continue
                    place, of_row = (grid.content, column), amounts[row]
                    if claim.item:
                        yield NamedCell(claim, claim.item, claim.basis, True, place, of_row, level=at_level)
                        continue
                    if item and name != whole:
                        continue  # row and column name an item each: no text names two
                    found, is_known = item or (name, known)
                    is_least = (
                        found not in (whole, *self._clauses.parts.get(whole, ())) and whole in self._split
                    )
                    if found:
                        yield NamedCell(
                            claim, found, basis or kind, is_known, place, of_row, is_least, at_level
                        )

    def _of_year(self, year: int, basis: str) -> str:
        """Return what a basis of a year is called in the report's own, 0 being that."""
        own, prior = self._patterns.year, self._patterns.sentences.prior
        if year in (0, own) or not own or basis.startswith(prior):
            return basis
        return f"{prior}{basis}" if basis and own - year == 1 else self._patterns.basis_of_other_years

    def _level(self, lines: Sequence[str], default: str | None = None) -> str | None:
        """Return the level of government that the first line that tells one tells."""
        stated = next(filter(None, map(self._patterns.level_anywhere.search, lines)), None)
        if not stated:
            return default
        return "" if self._patterns.extent_whole.search(stated["level"]) else stated["level"]

    def _columns(
        self, grid: TableGrid, block: TableBlock, whole: str
    ) -> Iterator[tuple[int, tuple[str, bool] | None, str]]:
        """Yield the columns of a block that hold all of a row's item, or one item each, with their basis."""
        for column in block.number_columns:
            header, last = grid.header(column), grid.last_header(column)
            if self._comparison.search(last):
                continue  # no amount of an item
            basis = next((basis for basis, pattern in self._patterns.bases if pattern.search(header)), "")
            item = self._clauses.phrases_of_money.known(self._total.sub("", last))
            is_total = self._total.search(last) and not (item and self._is_part(item.item, whole))
            is_only = len(block.number_columns) == 1 and (header or len(grid.number_columns) == 1)
            is_all = is_total or self._amount.search(last) or is_only
            if is_all or (basis and not item):
                yield column, None, basis
            elif item:
                named = self._within.get(whole, {}).get(item.item, item.item)
                yield column, (named, True), item.basis or basis

    def _is_part(self, item: str, whole: str) -> bool:
        """Whether the total of an item, in a table of a whole, is but one of the whole's parts."""
        return item != whole and item not in self._scope_only

    def _named(self, label: str, whole: str) -> tuple[str, bool]:
        """Return the name of a row's item and whether the pack knows it; a total is that of the table."""
        label = self._patterns.parts.sub("", label)
        if self._total.fullmatch(label) or self._balance.fullmatch(label):
            return whole, bool(whole)
        if found := self._clauses.phrases_of_money.known(label):
            return self._within.get(whole, {}).get(found.item, found.item), True
        return self._bare(label), False

    def _bare(self, words: str) -> str:
        """Return a name that the pack does not know without its number or code, its levels, how it ends."""
        named = self._clauses.named(words)
        words = _CODE.sub("", named.words if named else words)
        levels = [level for level in _LEVEL.split(words) if level]
        if len(levels) > 1 and self._level_end.fullmatch(levels[-1]):
            levels.pop()
        return self._level_end.sub("", levels[-1]) if levels else ""


def _amounts(grid: TableGrid, block: TableBlock, row: int) -> Iterator[Decimal]:
    """Yield the amounts of a row of a block."""
    for column in block.number_columns:
        if claim := grid.numbers.get((row, column)):
            yield claim.amount


def _year(titles: Sequence[str]) -> int:
    """Return the year that the nearest title names, 0 if that is none, or several."""
    years = next(filter(None, (set(_YEAR.findall(line)) for line in titles)), set[str]())
    return int(years.pop()) if len(years) == 1 else 0


def _first_stated(lines: Sequence[str], words: Sequence[tuple[str, re.Pattern[str]]]) -> str:
    """Return what the first line that tells anything tells, '' if none does."""
    return next((stated for line in lines for stated, pattern in words if pattern.search(line)), "")


def by_name(cells: Sequence[NamedCell]) -> Mapping[str, Sequence[NamedCell]]:
    """Return the cells by the name of their item."""
    found: dict[str, list[NamedCell]] = {}
    for cell in cells:
        found.setdefault(cell.name, []).append(cell)
    return found
