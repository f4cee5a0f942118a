"""A pack's labels, compiled for matching: canonical names, blocks, units."""

import re
import unicodedata
from collections.abc import Collection, Iterable
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from converter.chinese import COLON, IDEOGRAPHS
from converter.pack import Block, DetailRows, Form, FormRow, Pack
from converter.read.files.cells import normal_form
from converter.read.labels.titles import Titles
from converter.read.labels.years import years_replaced

Pattern = tuple[frozenset[str], ...]
"""Header words a column needs: of each set, one."""


def fits(pattern: Pattern, path: Collection[str]) -> bool:
    """Tell whether a header path has one word of every set of the pattern."""
    return all(not alternatives.isdisjoint(path) for alternatives in pattern)


class RowKey(Struct, frozen=True):
    """How a named row is found: its canonical labels and codes, and between which labels it stands."""

    labels: frozenset[str]
    after: str
    before: frozenset[str] = frozenset()


class CompiledBlock(Struct, frozen=True, eq=False):
    """A block of a form with its words in canonical form, known by identity.

    `anchor` is the header word that starts its own table among several on a sheet. `row_labels` are the
    labels and codes of all named rows. `detail_rows` says which
    rows besides the named ones count as detail, down to the label `until`. `unit` is the one the form
    prescribes, '' where the sheet states it. A block that `holds_texts` gives words instead of figures.
    """

    form: str
    within: Pattern
    anchor: str
    columns: dict[str, tuple[Pattern, ...]]
    rows: dict[str, RowKey]
    row_labels: frozenset[str]
    detail_rows: DetailRows | None
    until: str
    unit: str
    holds_texts: bool


class Vocabulary:
    """What `read` asks a pack for, in the form in which it asks."""

    def __init__(self, pack: Pack) -> None:
        labels = pack.labels
        self._names = {
            normal_form(each): name for name, several in pack.names.items() for each in (name, *several)
        }
        self._ordinal = re.compile(labels.ordinal)
        anchors = tuple(block.anchor for form in pack.forms.values() for block in form.blocks if block.anchor)
        self._years = (labels.this_year, labels.last_year)
        # Labels repeat from department to department, so each is worked out once.
        self.canonical = lru_cache(maxsize=65536)(self._canonical)
        self.stated_units = lru_cache(maxsize=4096)(self._stated_units)
        self.department = lru_cache(maxsize=4096)(self._stated_department)
        self._counted = re.compile(labels.counted)
        self.is_counted = lru_cache(maxsize=65536)(self._is_counted)
        self.key_label, self.key_code, self.key_skip = (
            self._set(each)
            for each in (labels.key_columns.label + anchors, labels.key_columns.code, labels.key_columns.skip)
        )
        self.keys = self.key_label | self.key_code
        self.nil = frozenset(map(normal_form, labels.nil))
        self._empty = re.compile("|".join(map(normal_form, labels.empty_table)))
        self.units = {name: unit.scale for name, unit in pack.units.items()}
        self.money_units = tuple(name for name, unit in pack.units.items() if unit.base == pack.money)
        self.base = {name: unit.base for name, unit in pack.units.items()}
        head = labels.head
        choice = _one_of(sorted(_with_choice(self.base), key=len, reverse=True))
        self._unit_name = re.compile(choice)
        self._unit = _unit_pattern(head.unit, choice)
        department = rf"(?:^|\s|\()(?:{'|'.join(head.department)})\s*:\s*"
        self._department = re.compile(rf"{department}(.*?)\s*(?:$|\s\s)")
        self._statement = re.compile(rf"{self._unit.pattern}|{department}\S*")
        self._number = re.compile("|".join(head.number))
        self._furniture = re.compile("|".join(map(normal_form, head.furniture)))
        self._placeholders = tuple(map(normal_form, head.placeholder))
        self.titles = Titles(pack)
        self.blocks = {name: self._blocks(name, form) for name, form in pack.forms.items()}
        self.header_words = {name: self._header_words(name) for name in pack.forms}
        self.header_only_words = {
            name: words - self._row_words(name) for name, words in self.header_words.items()
        }

    def _canonical(self, label: str, year: int = 0) -> str:
        """Return the canonical name of a label: numbering stripped, years named, variants folded."""
        text = self._ordinal.sub("", normal_form(label))
        if year:
            text = years_replaced(text, lambda found: self._relative(found, year))
        return self._names.get(text, text)

    def _is_counted(self, label: str) -> bool:
        """Tell whether a row's label begins with a number in words."""
        return self._counted.match(label) is not None

    def unit(self, text: str) -> str:
        """Return the unit a line of a title block states, the first if there are several, or ''."""
        return next(iter(self.stated_units(text)), "")

    def _stated_units(self, text: str) -> tuple[str, ...]:
        """Return the units a line of a title block states."""
        stated = self._unit.finditer(unicodedata.normalize("NFKC", text))
        return tuple(normal_form(name) for each in stated for name in self._unit_name.findall(each[1]))

    def _stated_department(self, text: str) -> str | None:
        """Return the department a line of a title block states: '' if left blank, None if not stated."""
        if ":" not in text and COLON not in text:
            return None
        apart = self._number.sub("  ", self._unit.sub("  ", unicodedata.normalize("NFKC", text)))
        found = self._department.search(apart.replace("\n", "  "))
        if found is None or (not found[1] and self._unit.search(text)) or normal_form(found[1]) in self.units:
            return None
        if any(each in found[1] for each in self._placeholders):
            return ""
        words = found[1].split(" ")
        return " ".join(word for nth, word in enumerate(words) if not nth or self.titles.form(word) is None)

    def form(self, text: str, department: str = "") -> str | None:
        """Return the id of the form a cell is the title of, '' for a form not read, None for no title.

        The cell may state the unit and the department, too; and the title may begin with the name
        of the `department`, whose own words say nothing of the table.
        """
        if not self.titles.may_be(text):
            return None
        form = self.titles.form(_without(text, department) if department else text)
        if form is None and (":" in text or COLON in text):
            form = self.titles.form(self._statement.sub(" ", unicodedata.normalize("NFKC", text)))
        return form

    def is_title_line(self, text: str) -> bool:
        """Tell whether a text states the unit or the department, or is a table's number."""
        return self.is_number(text) or bool(self.unit(text)) or self.department(text) is not None

    def says_empty(self, text: str) -> bool:
        """Tell whether a text in normal form says that a table has no data on purpose."""
        return self._empty.search(text) is not None

    def is_number(self, text: str) -> bool:
        """Tell whether a text is a table's number."""
        return self._number.fullmatch(normal_form(text)) is not None

    def is_furniture(self, text: str) -> bool:
        """Tell whether a text is of the frame of a printed page: its number, a note, who signed."""
        return self._furniture.match(normal_form(text)) is not None

    def _relative(self, found: int, year: int) -> str:
        this, last = self._years
        return {year: this, year - 1: last}.get(found, "")

    def _set(self, several: tuple[str, ...]) -> frozenset[str]:
        return frozenset(self.canonical(each) for each in several)

    def _pattern(self, pattern: str) -> Pattern:
        return tuple(self._set(tuple(words.split("|"))) for words in pattern.split(" + "))

    def _blocks(self, name: str, form: Form) -> tuple[CompiledBlock, ...]:
        return tuple(self._block(name, block) for block in form.blocks)

    def _block(self, name: str, block: Block) -> CompiledBlock:
        rows = _parted({key: self._row(row) for key, row in block.rows.items()})
        return CompiledBlock(
            form=name,
            within=self._pattern(block.within) if block.within else (),
            anchor=self.canonical(block.anchor),
            columns={key: tuple(map(self._pattern, patterns)) for key, patterns in block.columns.items()},
            rows=rows,
            row_labels=frozenset().union(*(row.labels for row in rows.values())),
            detail_rows=block.lines,
            until=self.canonical(block.lines.until) if block.lines else "",
            unit=block.unit,
            holds_texts=block.texts,
        )

    def _row(self, row: FormRow | tuple[str, ...]) -> RowKey:
        if isinstance(row, FormRow):
            return RowKey(self._set(row.labels), self.canonical(row.after))
        return RowKey(self._set(row), "")

    def _header_words(self, form: str) -> frozenset[str]:
        words = self.key_label | self.key_code | self.key_skip
        for block in self.blocks[form]:
            patterns = [block.within, *(pattern for several in block.columns.values() for pattern in several)]
            words |= frozenset().union(*(alternatives for pattern in patterns for alternatives in pattern))
        return words

    def _row_words(self, form: str) -> frozenset[str]:
        keys = self.key_label | self.key_code | self.key_skip
        return frozenset().union(*(block.row_labels for block in self.blocks[form])) - keys


def _unit_pattern(heads: tuple[str, ...], choice: str) -> re.Pattern[str]:
    """Return the pattern of stated units. Each ends its word, for a department's name may begin like one."""
    name = rf"{choice}(?![{IDEOGRAPHS}a-z])"
    return re.compile(rf"{_one_of(heads)}\s*[:(]?\s*({name}(?:\W+{name})*)")


def _one_of(names: Iterable[str]) -> str:
    """Return the pattern of one of these names, however it is spaced."""
    spaced = (r"\s*".join(name) for name in names)
    return f"(?:{'|'.join(spaced)})"


def _with_choice(base: dict[str, str]) -> list[str]:
    """Return the units that share their base with others: only of these must a sheet state its own."""
    bases = list(base.values())
    return [unit for unit, each in base.items() if bases.count(each) > 1]


def _parted(rows: dict[str, RowKey]) -> dict[str, RowKey]:
    """Return the keys so that of those with the same words each ends where another begins."""
    return {name: replace(key, before=_begins(key, rows.values())) for name, key in rows.items()}


def _begins(key: RowKey, keys: Iterable[RowKey]) -> frozenset[str]:
    same = (each.after for each in keys if not each.labels.isdisjoint(key.labels))
    return frozenset(same) - {key.after, ""}


def _without(text: str, department: str) -> str:
    """Return a text without the department's name, if it is there however it is spaced."""
    name, bare = normal_form(department), normal_form(text)
    return bare.replace(name, "", 1) if name in bare else text
