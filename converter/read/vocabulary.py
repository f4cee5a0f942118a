"""A pack's labels, compiled for matching: canonical names, form titles, head lines, units."""

import re
import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from converter.pack import Block, Form, Pack, Row
from converter.read.cells import plain

_BRACKETS_AT_END = re.compile(r"(\([^()]*\))*(\([^()]*\)?)$")  # the last may be cut off in a sheet's name
_LABELLED_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)(?:\u5e74\u5ea6?)?")
_IDEOGRAPH = r"[\u4e00-\u9fff]"
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")


Pattern = tuple[frozenset[str], ...]
"""Header words a column needs: of each set, one."""


def fits(pattern: Pattern, path: Collection[str]) -> bool:
    """Tell whether a header path has one word of every set of the pattern."""
    return all(not alternatives.isdisjoint(path) for alternatives in pattern)


@dataclass(frozen=True, slots=True)
class RowKey:
    """How a named row is found: its canonical labels and codes, and between which labels it stands."""

    labels: frozenset[str]
    after: str
    before: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Part:
    """A block with its words in canonical form."""

    form: str
    block: Block
    within: Pattern
    anchor: str
    columns: dict[str, tuple[Pattern, ...]]
    rows: dict[str, RowKey]
    until: str


class Vocabulary:
    """What `read` asks a pack for, in the form in which it asks."""

    def __init__(self, pack: Pack) -> None:
        labels = pack.labels
        self._names = {plain(each): name for name, several in pack.names.items() for each in (name, *several)}
        self._ordinal = re.compile(labels.ordinal)
        anchors = tuple(block.anchor for form in pack.forms.values() for block in form.blocks if block.anchor)
        self._years = (labels.this_year, labels.last_year)
        # Labels repeat from department to department, so each is worked out once.
        self.canonical = lru_cache(maxsize=65536)(self._canonical)
        self.title = lru_cache(maxsize=4096)(self._title)
        self.unit = lru_cache(maxsize=4096)(self._stated_unit)
        self.counted = re.compile(labels.counted)
        self.key_label, self.key_code, self.key_skip = (
            self._set(each)
            for each in (labels.key_columns.label + anchors, labels.key_columns.code, labels.key_columns.skip)
        )
        self.nil = frozenset(map(plain, labels.nil))
        self.empty_table = [plain(each) for each in labels.empty_table]
        self.units = {name: unit.scale for name, unit in pack.units.items()}
        self.base = {name: unit.base for name, unit in pack.units.items()}
        head = labels.head
        self._unit = _unit_pattern(head.unit, _with_choice(self.base))
        self._department = re.compile(rf"(?:^|\s|\()(?:{'|'.join(head.department)})\s*:\s*(.*?)\s*(?:$|\s\s)")
        self._drop = re.compile("|".join(map(plain, head.drop)))
        self._placeholders = tuple(map(plain, head.placeholder))
        self._stop = re.compile("|".join(map(plain, head.stop)))
        self._titles = {
            self._bare(title): name for name, form in pack.forms.items() for title in form.titles
        } | {self._bare(title): "" for title in head.unread}
        self._by_length = sorted(self._titles, key=len, reverse=True)
        self.parts = {name: self._parts(name, form) for name, form in pack.forms.items()}
        self.head_words = {name: self._head_words(name) for name in pack.forms}
        self.row_words = {name: self._row_words(name) for name in pack.forms}

    def _canonical(self, label: str, year: int = 0) -> str:
        """Return the canonical name of a label: numbering stripped, years named, variants folded."""
        text = self._ordinal.sub("", plain(label))
        if year:
            text = _LABELLED_YEAR.sub(lambda found: self._relative(found, year), text)
        return self._names.get(text, text)

    def _title(self, text: str) -> str | None:
        """Return the id of the form that bears this title, '' for a form not read, else None.

        The longest title at the end of the text counts, and only if what stands before it (a
        department, a year) does not change which table it is. The table's number may follow.
        """
        bare = self._bare(text)
        for title in self._by_length:
            at = bare.rfind(title)
            if at >= 0 and not self._drop.sub("", bare[at + len(title) :]):
                before = self._drop.sub("", bare[:at])
                return None if self._stop.search(before) else self._titles[title]
        return None

    def _stated_unit(self, text: str) -> str:
        """Return the unit a head line states, or ''."""
        found = self._unit.search(unicodedata.normalize("NFKC", text))
        return plain(found[1]) if found else ""

    def department(self, text: str) -> str | None:
        """Return what a head line gives as the department: '' if it was left blank, None if not stated."""
        found = self._department.search(unicodedata.normalize("NFKC", text))
        if found is None or plain(found[1]) in self.units:
            return None
        return "" if any(each in found[1] for each in self._placeholders) else found[1]

    def without(self, text: str, department: str) -> str:
        """Return a title without the department's name, whose own words say nothing of the table."""
        return plain(text).replace(plain(department), "", 1) if department else text

    @staticmethod
    def year(text: str) -> int:
        """Return the first year named in a text, or 0."""
        found = _YEAR.search(plain(text))
        return int(found[1]) if found else 0

    def _relative(self, found: re.Match[str], year: int) -> str:
        this, last = self._years
        return {year: this, year - 1: last}.get(int(found[1]), found[0])

    def _bare(self, title: str) -> str:
        return _LABELLED_YEAR.sub("", _BRACKETS_AT_END.sub("", plain(title)))

    def _set(self, several: tuple[str, ...]) -> frozenset[str]:
        return frozenset(self.canonical(each) for each in several)

    def _pattern(self, pattern: str) -> Pattern:
        return tuple(self._set(tuple(words.split("|"))) for words in pattern.split(" + "))

    def _parts(self, name: str, form: Form) -> tuple[Part, ...]:
        return tuple(self._part(name, block) for block in form.blocks)

    def _part(self, name: str, block: Block) -> Part:
        return Part(
            form=name,
            block=block,
            within=self._pattern(block.within) if block.within else (),
            anchor=self.canonical(block.anchor),
            columns={key: tuple(map(self._pattern, patterns)) for key, patterns in block.columns.items()},
            rows=_parted({key: self._row(row) for key, row in block.rows.items()}),
            until=self.canonical(block.lines.until) if block.lines else "",
        )

    def _row(self, row: Row | tuple[str, ...]) -> RowKey:
        if isinstance(row, Row):
            return RowKey(self._set(row.labels), self.canonical(row.after))
        return RowKey(self._set(row), "")

    def _head_words(self, form: str) -> frozenset[str]:
        words = self.key_label | self.key_code | self.key_skip
        for part in self.parts[form]:
            patterns = [part.within, *(pattern for several in part.columns.values() for pattern in several)]
            words |= frozenset().union(*(alternatives for pattern in patterns for alternatives in pattern))
        return words

    def _row_words(self, form: str) -> frozenset[str]:
        keys = self.key_label | self.key_code | self.key_skip
        rows = (row.labels for part in self.parts[form] for row in part.rows.values())
        return frozenset().union(*rows) - keys


def _unit_pattern(heads: tuple[str, ...], units: Collection[str]) -> re.Pattern[str]:
    """Return the pattern of a stated unit. It ends its word, for a department's name may begin like one."""
    names = "|".join(r"\s*".join(name) for name in sorted(units, key=len, reverse=True))
    words = "|".join(r"\s*".join(head) for head in heads)
    return re.compile(rf"(?:{words})\s*[:(]?\s*({names})(?!{_IDEOGRAPH}|[a-z])")


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
