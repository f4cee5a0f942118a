"""The blocks of a pack's forms with their words made ready for matching."""

from collections import defaultdict
from collections.abc import Callable, Collection
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from converter.pack import DetailRows, FormBlock, FormRow, Pack, RowList
from converter.read.labels.year_words import YearWords

Canonical = Callable[[str], str]
"""Returns the canonical name of a label: the one name that stands for all its spellings."""

HeadWords = tuple[frozenset[str], ...]
"""What the header path of a column must hold: of each set, one word."""


def fits(pattern: HeadWords, path: Collection[str]) -> bool:
    """Whether a header path has one word of every set of the pattern."""
    return all(not alternatives.isdisjoint(path) for alternatives in pattern)


class RowKey(Struct, frozen=True, dict=True):
    """How a named row is found; what does not matter is empty.

    - `labels`: it has one of them; they may be codes.
    - `after`, `before`: it is below the one row, and above the next of the others.
    - `followed_by`: only these rows stand below it.
    - `may_head`: it may head others, and then has no amount where it has none or a dash.
    - `column`: the column that gives the figure of a row for a whole id, the first where it is empty.
    """

    labels: frozenset[str]
    after: str
    before: frozenset[str] = frozenset()
    followed_by: frozenset[str] = frozenset()
    may_head: bool = False
    column: str = ""

    @cached_property
    def is_coded(self) -> bool:
        """Whether some of the labels are codes: then a row that has a code is not known by its label."""
        return any(label.isdigit() for label in self.labels)

    def names(self, label: str, code: str) -> bool:
        """Whether a row with this label and code, '' for none, is the one."""
        return code in self.labels or (label in self.labels and not (code and self.is_coded))


class CompiledBlock(Struct, frozen=True, dict=True, eq=False):
    """A block of a form, every label in its canonical name. Two blocks are never equal.

    - `within`: what the header of the columns must hold for the block to be in them; () for any.
    - `anchor`: the header word that begins the block's own table among several on a sheet, '' for none.
    - `columns`: the patterns of the column that gives each basis (or figure), any of which may fit; a word
      that names no year also fits as that of this year.
    - `rows`: how the row of each item (or figure) is found; `row_labels` are the labels of them all.
    - `detail_rows`: what makes other rows count as detail, down to the label `until`; None if nothing does.
    - `unit`: the unit the form prescribes, '' where the sheet states it.
    - `holds_texts`: it gives words instead of figures.
    - `may_be_turned`: its columns may be printed as rows.
    - `rows_of`: the list whose rows its table has, named `list_name`; None if it has none.
    - `is_ours`: its form is a sheet of the supplement, whose heads are as we wrote them.
    - `whole`: the words of a head or a row that say no more than “all of it”. - `other_items`: items of other
      tables. `without_totals`: the block for a table that has any of these, where a total is none of the
      block's items; None if it is the same.
    """

    form: str
    within: HeadWords
    anchor: str
    columns: dict[str, tuple[HeadWords, ...]]
    rows: dict[str, RowKey]
    row_labels: frozenset[str]
    detail_rows: DetailRows | None
    until: str
    unit: str
    holds_texts: bool
    may_be_turned: bool
    whole: frozenset[str]
    other_items: frozenset[str] = frozenset()
    without_totals: "CompiledBlock | None" = None
    list_name: str = ""
    rows_of: RowList | None = None
    is_ours: bool = False

    @property
    def header_words(self) -> frozenset[str]:
        """Every word that its columns may have in their header."""
        patterns = (self.within, *(pattern for several in self.columns.values() for pattern in several))
        return frozenset().union(*map(_all_words, patterns))

    @property
    def leaves_totals(self) -> bool:
        """Whether it is the variant for tables with other items, where a total is none of its own."""
        return bool(self.other_items) and self.without_totals is None

    @cached_property
    def items(self) -> frozenset[str]:
        """The words that say first of all what a column is of: the lowest of them in its head counts."""
        patterns = (pattern for several in self.columns.values() for pattern in several)
        return frozenset().union(*(pattern[0] for pattern in patterns)) - self.whole

    @cached_property
    def bases(self) -> frozenset[str]:
        """The words that say more of a column than its item. A row that has one is found by crossing."""
        patterns = (pattern for several in self.columns.values() for pattern in several)
        return frozenset().union(*(_all_words(pattern[1:]) for pattern in patterns)) - self.whole

    @cached_property
    def figures(self) -> dict[str, tuple[str, ...]]:
        """The ids of the figures that each column gives, of all rows; of texts only the column's own name."""
        return {
            target: (target,)
            if "." in target or self.holds_texts
            else tuple(figure_of(item, target) for item in self.rows)
            for target in self.columns
        }

    @cached_property
    def crossing(self) -> dict[str, tuple[HeadWords, ...]]:
        """The patterns of every figure, the label of its row as one word more."""
        if not self.rows:
            return self.columns
        return {
            f"{item}.{basis}": tuple((key.labels, *pattern) for pattern in patterns)
            for item, key in self.rows.items()
            for basis, patterns in self.columns.items()
        }


def figure_of(item: str, target: str) -> str:
    """Return the figure in the row of an item and the column of a target: either may be a whole id."""
    if "." in item:
        return item
    return target if "." in target else f"{item}.{target}"


class _Words(Struct, frozen=True, gc=False):
    """What the words of patterns mean: names of labels, years, words for “all of it”, and words of which each
    stands for all.
    """

    canonical: Canonical
    years: YearWords
    whole: frozenset[str]
    sums: frozenset[str]


def compile_blocks(
    pack: Pack, canonical: Canonical, years: YearWords, whole: frozenset[str]
) -> dict[str, tuple[CompiledBlock, ...]]:
    """Return the blocks of every form of a pack; `whole` are words that say no more than “all of it”."""
    sums = frozenset(map(canonical, pack.labels.sums))
    total = years.also_of_this_year(sums | frozenset(map(canonical, pack.labels.total)), frozenset())
    words = _Words(canonical, years, whole, sums)
    return {
        name: tuple(
            replace(
                _with_variant(_block(name, block, words), total),
                rows_of=pack.lists.get(block.list),
                is_ours=name in pack.supplement,
            )
            for block in form.blocks
        )
        for name, form in pack.forms.items()
    }


def _with_variant(block: CompiledBlock, total: frozenset[str]) -> CompiledBlock:
    """Return the block with what it is in a table that has items of other tables as well."""
    if not block.other_items:
        return block
    columns = {
        target: tuple(pattern for pattern in patterns if not pattern[0] <= total)
        for target, patterns in block.columns.items()
    }
    rows = {item: replace(key, labels=key.labels - total) for item, key in block.rows.items()}
    variant = replace(block, columns=columns, rows=rows, row_labels=block.row_labels - total)
    return replace(block, without_totals=variant)


def _block(form: str, block: FormBlock, words: _Words) -> CompiledBlock:
    canonical, years = words.canonical, words.years
    columns = {
        target: tuple(_pattern(pattern, words) for pattern in patterns)
        for target, patterns in block.columns.items()
    }
    within = _pattern(block.within, words) if block.within else ()
    asked = frozenset(word for several in columns.values() for each in several for word in _all_words(each))
    rows = _bounded({name: _row(row, canonical) for name, row in block.rows.items()})
    return CompiledBlock(
        form=form,
        within=_dated(within, years, frozenset()),
        anchor=canonical(block.anchor),
        columns={
            target: tuple(_dated(pattern, years, asked) for pattern in patterns)
            for target, patterns in columns.items()
        },
        rows=rows,
        row_labels=frozenset().union(*(row.labels for row in rows.values())),
        detail_rows=block.detail_rows,
        until=canonical(block.detail_rows.until) if block.detail_rows else "",
        unit=block.unit,
        holds_texts=block.texts,
        may_be_turned=block.turned,
        whole=words.whole,
        other_items=frozenset(map(canonical, block.other_items)),
        list_name=block.list,
    )


def _pattern(pattern: str, words: _Words) -> HeadWords:
    """Return a pattern as packs write it: `one|other + another`. A word for a sum stands for all of them."""
    sets = (frozenset(map(words.canonical, alternatives.split("|"))) for alternatives in pattern.split(" + "))
    return tuple(each if each.isdisjoint(words.sums) else each | words.sums for each in sets)


def _all_words(pattern: HeadWords) -> frozenset[str]:
    return frozenset().union(*pattern)


def _dated(pattern: HeadWords, years: YearWords, asked: frozenset[str]) -> HeadWords:
    """Return the pattern so that it also fits where heads name the year; `asked` are the block's words."""
    return tuple(years.also_of_this_year(words, asked) for words in pattern)


def _row(row: FormRow | tuple[str, ...], canonical: Canonical) -> RowKey:
    if isinstance(row, FormRow):
        labels, following = (frozenset(map(canonical, words)) for words in (row.labels, row.followed_by))
        return RowKey(labels, canonical(row.after), frozenset(), following, row.may_head, row.column)
    return RowKey(frozenset(map(canonical, row)), "")


def _bounded(rows: dict[str, RowKey]) -> dict[str, RowKey]:
    """Return the rows so that each ends where another with one of its labels begins."""
    begins = defaultdict[str, set[str]](set)
    for key in rows.values():
        for label in key.labels:
            begins[label].add(key.after)
    before = {
        name: frozenset[str]().union(*(begins[each] for each in key.labels)) for name, key in rows.items()
    }
    return {name: replace(key, before=before[name] - {key.after, ""}) for name, key in rows.items()}
