"""What `read` asks a pack for: names of labels, words of headers, blocks of forms, units."""

import re
from collections.abc import Iterable
from functools import cached_property, lru_cache

from msgspec.structs import replace

from converter.pack import Pack
from converter.read.files.cells import normal_form
from converter.read.labels.brackets import bracketed
from converter.read.labels.code_names import CodeNames
from converter.read.labels.compiled_blocks import compile_blocks
from converter.read.labels.departments import DepartmentNames
from converter.read.labels.headings import Headings, without_colon
from converter.read.labels.labelled import LabelledAmount, labelled_amount
from converter.read.labels.measured import MeasuredAmounts
from converter.read.labels.title_lines import TitleLines
from converter.read.labels.unit_digits import unit_digits
from converter.read.labels.unit_suffixes import UnitSuffixes
from converter.read.labels.year_words import YearWords


class Vocabulary:
    """The words of one pack, made ready for matching.

    A label in normal form has blanks, width and quotes unified; its canonical name is the one name that
    stands for all its spellings, without numbering and with its year named this or last.

    - `key_label`, `key_code`: header words of the columns that identify a row; `key_skip`: of those to pass
      over, such as the line number; `keys`: the first two together; `key_aside`: those of them that count
      only where no other does; `key_unit`: of columns with names of units.
    - `header_words` of each form: all that its headers may hold;
      `header_only_words`: those that are no label of a row: a row with several of them is a header.
      `value_heads`: those of all forms that are over values.
    - `classes`: names of the classes of expenditure; `known_rows` of each form: labels that are of their own.
    - `kind_heads`: header words that say whether a table holds accounts or a budget.
    - `anchors`: headings of blocks. `total`: labels of a row that sums up the others.
    - `nil`: signs that mean zero. `answer`: words that say why there is no figure. `units`: how many base
      units each unit holds; `base`: its base unit; `digits`: which of its digits tell how an amount was
      rounded; `amounts` reads those that state their unit, `labelled` one behind a label in the same cell.
      `code_names`: which name belongs to which code.
    """

    def __init__(self, pack: Pack) -> None:
        labels, columns = pack.labels, pack.labels.key_columns
        self._names = _names_by_spelling(pack)
        self._ordinal = re.compile(labels.ordinal)
        self._counted = re.compile(labels.counted)
        self._carried_over = re.compile(labels.carried_over)
        self._filling_note = re.compile(labels.filling_note)
        self._key_patterns = {name: re.compile(pattern) for name, pattern in columns.patterns.items()}
        self._total_behind = self._ending(pack)
        self._years = YearWords(labels.this_year, labels.last_year)
        self.code_names = CodeNames(pack.codes)
        self.anchors = frozenset[str]()
        # Labels repeat from department to department, so each is worked out once.
        self.canonical = lru_cache(maxsize=65536)(self._canonical)
        self.is_counted, self.labelled = lru_cache(65536)(self._is_counted), lru_cache(65536)(self._labelled)
        self.title_lines = TitleLines(pack)
        self.department_names = DepartmentNames(labels, self.canonical)
        self.nil = frozenset(map(normal_form, labels.nil))
        self.answer, self.elsewhere = re.compile(labels.answer), re.compile(labels.elsewhere)
        self.units = {name: unit.scale for name, unit in pack.units.items()}
        self.in_numbers = frozenset(name for name, unit in pack.units.items() if unit.in_numbers)
        self.base = {name: unit.base for name, unit in pack.units.items()}
        self.digits, self.amounts = unit_digits(pack), MeasuredAmounts(pack)
        self.money_units = tuple(name for name, unit in pack.units.items() if unit.base == pack.money)
        anchors = [block.anchor for form in pack.forms.values() for block in form.blocks if block.anchor]
        self._suffixes = UnitSuffixes(pack, self._unit_in)
        self._headings = Headings(labels.heading_note, self._suffixes.taken_apart, anchors, pack.units)
        self.money_unit = lru_cache(maxsize=65536)(self._money_unit)
        self.anchors = self._canonical_names(anchors)
        self.key_label = self._canonical_names((*columns.label, *anchors))
        self.key_code = self._canonical_names(columns.code)
        self.key_skip = self._canonical_names(columns.skip)
        self.keys = self.key_label | self.key_code
        self.key_aside, self.key_unit = map(self._canonical_names, (columns.aside, columns.unit))
        self.kind_heads = {kind: self._canonical_names(words) for kind, words in labels.heads.items()}
        self.total = self._canonical_names(labels.total)
        self._whole = whole = self.total | self._canonical_names(labels.whole) | self.keys | self.key_skip
        self.classes = self._canonical_names(labels.classes)
        self.blocks = compile_blocks(pack, self.canonical, self._years, whole)
        of_all_forms = self.classes | self._canonical_names(pack.names)
        rows = {name: self._row_words(name) for name in pack.forms}
        self.known_rows = {name: of_all_forms | own for name, own in rows.items()}
        self._kind_words = frozenset(map(normal_form, labels.kind_words))
        self.kind_words = lru_cache(maxsize=4096)(self._kind_words_of)
        self.header_words = {name: self._header_words(name) for name in pack.forms}
        self.value_heads = frozenset().union(*self.header_words.values()) - self.keys - self.key_skip
        self._words = {name: words | rows[name] for name, words in self.header_words.items()}
        self.header_only_words = {name: words - rows[name] for name, words in self.header_words.items()}
        self._titles = {name: form.titles for name, form in pack.forms.items()}
        self._scopes = lru_cache(maxsize=1024)(self.title_lines.titles.scopes)

    @cached_property
    def key_unit(self) -> frozenset[str]:
        """The header words of columns that ask for organisations."""
        return frozenset(filter(self.title_lines.asks_for_department, self.key_label))

    def head(self, label: str, year: int, form: str) -> str:
        """Return the canonical name of a head of a form's table: without whose money it is of, where the
        form's titles say that and the form does not know the head with it.
        """
        name, known, scopes = (
            self.canonical(label, year),
            self.header_words[form],
            self._scopes(self._titles[form]),
        )
        if name in known or not scopes:
            return name
        bare = self.canonical(scopes.sub("", normal_form(label)), year)
        return bare if bare in known else name

    def _canonical(self, label: str, year: int = 0) -> str:
        """Return the canonical name of a label, with `year` and the year before in words if it is given."""
        text = self._ordinal.sub("", without_colon(normal_form(label)))
        if (parts := bracketed(text)) and self._filling_note.search(parts.inside):
            text = without_colon(parts.before)
        text = without_colon(self._suffixes.taken_apart(text).name) or text
        if self.anchors and self._headings.may_be_heading(text):
            heading = self._headings.taken_apart(text).name
            text = heading if heading in self.anchors else text
        if year:
            text = self._years.in_words(text, year)
        name = self._names.get(text) or self._names.get(self._total_behind.sub("", text))
        return name or self._key_column(text) or text

    def _key_column(self, text: str) -> str:
        """Return the name of the key column whose pattern a text fits, '' if it fits none."""
        return next((name for name, pattern in self._key_patterns.items() if pattern.fullmatch(text)), "")

    def _ending(self, pack: Pack) -> re.Pattern[str]:
        """Return the pattern of the words for a total or a whole that a label may end in."""
        whole = {*map(normal_form, (*pack.labels.total, *pack.labels.whole))}
        words = whole.union(text for text, name in self._names.items() if name in whole)
        return re.compile(f"(?:{'|'.join(sorted(words, key=len, reverse=True))})$")

    def is_heading(self, label: str) -> bool:
        """Whether a label is the heading of a block."""
        return self.canonical(label) in self.anchors

    def heading_unit(self, label: str) -> str:
        """Return the unit that a block's heading states behind its name, '' if it states none."""
        return self._headings.taken_apart(label).unit

    def unit_alone(self, label: str) -> str:
        """Return the unit that a label states if it states nothing else, else ''."""
        heading = self._headings.taken_apart(label)
        return "" if heading.name else heading.unit

    def money_alone(self, label: str) -> str:
        """Return the unit of money that a label is, in brackets or not, else ''."""
        parts = bracketed(text := normal_form(label))
        unit = parts.inside if parts and not parts.before else text
        return unit if unit in self.money_units else ""

    def _money_unit(self, label: str) -> str:
        """Return the unit of money that a label ends in, '' if it ends in none."""
        unit = self._suffixes.taken_apart(normal_form(label)).unit
        return unit if unit in self.money_units else ""

    def _unit_in(self, text: str) -> str:
        name = text.rpartition(":")[2]
        return name if name in self.units else self.title_lines.unit(text)

    @cached_property
    def _stating(self) -> frozenset[str]:
        """The names of all rows and columns that amounts may stand in."""
        return self.total.union(self.value_heads, *self.known_rows.values())

    def _labelled(self, text: str) -> LabelledAmount | None:
        """Return the name of a row or column and the amount that a text holds, None if not both."""
        if self.canonical(text) in self._stating or not (found := labelled_amount(text, self.amounts)):
            return None
        name = self.canonical(found.label)
        return replace(found, label=name) if name in self._stating else None

    def _is_counted(self, label: str) -> bool:
        """Whether a row's label begins with a number in words, which can make it a detail row."""
        return self._counted.match(label) is not None

    def carried_over(self, words: Iterable[str]) -> frozenset[str]:
        """Return those of the words that speak of what was carried over from last year."""
        return frozenset(word for word in words if self._carried_over.search(word))

    def undated(self, words: frozenset[str]) -> frozenset[str]:
        """Return words without those of this year that are among them without the year as well."""
        return self._years.undated(words)

    def is_this_years(self, word: str) -> bool:
        """Whether a head speaks of this year alone."""
        return self._years.is_this_years(word)

    def words(self, form: str) -> frozenset[str]:
        """Return all words that a form knows, of its headers and of its rows."""
        return self._whole | self._words[form]

    def _canonical_names(self, labels: Iterable[str]) -> frozenset[str]:
        return frozenset(map(self.canonical, labels))

    def _header_words(self, form: str) -> frozenset[str]:
        return (self.keys | self.key_skip).union(*(block.header_words for block in self.blocks[form]))

    def _kind_words_of(self, label: str) -> frozenset[str]:
        """Return the words of a label that say of which kind it is."""
        return frozenset(word for word in self._kind_words if word in label)

    def _row_words(self, form: str) -> frozenset[str]:
        return frozenset().union(*(block.row_labels for block in self.blocks[form]))


def _names_by_spelling(pack: Pack) -> dict[str, str]:
    """Return the canonical name of every spelling that a pack lists, in normal form."""
    return {
        normal_form(spelling): name
        for name, spellings in pack.names.items()
        for spelling in (name, *spellings)
    }
