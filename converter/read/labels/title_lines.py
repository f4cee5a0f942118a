"""What the lines around a table say: its title, year, unit, department, number; notes and page numbers."""

import re
from collections.abc import Iterable
from functools import lru_cache

from converter.chinese import COLON, FULL_STOP
from converter.pack import Labels, Pack
from converter.read.files.cells import folded, normal_form
from converter.read.labels.names_alike import NamesAlike
from converter.read.labels.titles import LONGEST, TableTitle, Titles, title_years
from converter.read.labels.years import is_only_year, without_dates, without_years


class TitleLines:
    """Understands the lines above and below the tables of one pack. A line may say several things at once."""

    def __init__(self, pack: Pack) -> None:
        words = pack.labels.title_block
        self.titles = Titles(pack)
        self._measures = frozenset(map(normal_form, (*pack.units, *words.measures)))
        self._units_by_name = _alternative_units(pack)
        unit_name = _one_of(sorted(self._units_by_name, key=len, reverse=True))
        self._unit_name = re.compile(unit_name)
        self._unit = _unit_pattern(words.unit, unit_name)
        self._is_organisation = NamesAlike(pack.labels).is_organisation
        self._unit_before = re.compile(rf"({unit_name})(?:{'|'.join(words.unit_behind)})")
        label = _department_label(pack.labels)
        self._unit_label = re.compile(rf"{_one_of(map(normal_form, words.unit))}:?")
        self._department_label = re.compile(rf"{label}:?")
        self._bare_labels = frozenset(map(normal_form, words.department))
        department = rf"(?:^|\s|\(){label}\s*:\s*"
        self._department = re.compile(rf"{department}(.*?)\s*(?:$|\s\s)")
        self._unit_or_department = re.compile(rf"{self._unit.pattern}|{department}\S*")
        self._table_number = re.compile("|".join(words.number))
        self._frame = re.compile("|".join(map(normal_form, words.page_frame)))
        self._left_blank = tuple(map(normal_form, words.placeholder))
        self._no_data = re.compile("|".join(map(normal_form, pack.labels.empty_table)))
        self._published = re.compile("|".join(words.published))
        # Lines repeat from department to department, so each is worked out once.
        self.units = lru_cache(maxsize=4096)(self._units)
        self.department = lru_cache(maxsize=4096)(self._stated_department)
        self.asks = lru_cache(maxsize=4096)(self._asks)
        self.years = lru_cache(maxsize=4096)(self._years)
        self._titled = lru_cache(maxsize=16384)(self._title)

    def unit(self, line: str) -> str:
        """Return the unit a line states, the first if there are several, or ''."""
        return next(iter(self.units(line)), "")

    def _units(self, line: str) -> tuple[str, ...]:
        """Return the units a line states."""
        named = [found[1] for found in self._unit.finditer(folded(line))]
        named = named or [found[1] for found in self._unit_before.finditer(normal_form(line))]
        names = (normal_form(name) for words in named for name in self._unit_name.findall(words))
        return tuple(self._units_by_name[name] for name in names)

    def _years(self, line: str) -> tuple[int, ...]:
        """Return the years of account that a line, or the name of a file or folder, is for.

        A date, the year in which something was published or that of a document is none, nor is one in prose.
        """
        text = normal_form(line)
        prose = len(text) > LONGEST or FULL_STOP in text or self._frame.match(text)
        if prose and not text.isdigit():
            return ()
        return title_years(self._published.sub(" ", without_dates(text)))

    def year(self, line: str) -> int:
        """Return the one year of account that a line is for, 0 if it names none or more than one."""
        years = self.years(line)
        return years[0] if len(years) == 1 else 0

    def _stated_department(self, line: str) -> str | None:
        """Return the department a line states: '' if it is left blank, None if the line states none."""
        if ":" not in line and COLON not in line:
            return None
        apart = self._table_number.sub("  ", self._unit.sub("  ", folded(line)))
        found = self._department.search(apart.replace("\n", "  "))
        if found and "\n" in apart and not self._is_organisation(found[1]):  # broken within the name?
            whole = self._department.search(apart.replace("\n", ""))
            found = whole if whole and self._is_organisation(whole[1]) else found
        if found is None or (not found[1] and self._unit.search(line)):
            return None
        if self._is_measure(found[1]):
            return None
        if any(sign in found[1] for sign in self._left_blank):
            return ""
        words = without_years(found[1]).strip().split(" ")
        return " ".join(word for nth, word in enumerate(words) if not nth or self.titles.title(word) is None)

    def _is_measure(self, text: str) -> bool:
        """Whether a text is units, or one sign: no department has such a name."""
        parts = [part for part in re.split(r"[\W_]+", normal_form(text)) if part]
        return bool(parts) and (parts == [parts[0][0]] or self._measures.issuperset(parts))

    def _asks(self, label: str) -> bool:
        """Whether what a cell is about stands in the cell beside it."""
        return self.asks_for_unit(label) or self.asks_for_department(label)

    def asks_for_unit(self, label: str) -> bool:
        """Whether a cell is the words before a unit only, so that the unit is in the cell beside it."""
        return self._unit_label.fullmatch(normal_form(label)) is not None

    def asks_for_department(self, label: str) -> bool:
        """Whether a cell is the words before a department only. Bare words for one may head a column."""
        bare = normal_form(label)
        return self._department_label.fullmatch(bare) is not None and bare not in self._bare_labels

    def title(self, text: str, department: str = "") -> TableTitle | None:
        """Return what a cell says as a title, None if it is none.

        The cell may state the unit and the department, too; and the title may begin with the name
        of the `department`, whose own words say nothing of the table.
        """
        return self.titled([text], department).get(text)

    def titled(self, texts: Iterable[str], department: str = "") -> dict[str, TableTitle]:
        """Return those of the texts that are titles, with what each says as one."""
        bare, found = normal_form(department), {}
        for text in filter(self.titles.may_be, texts):
            named = bare and bare in normal_form(text)
            if title := self._titled(text, department if named else ""):
                found[text] = title
        return found

    def _title(self, text: str, department: str) -> TableTitle | None:
        title = self.titles.title(_without(text, department) if department else text)
        if title is None and (":" in text or COLON in text):
            title = self.titles.title(self._unit_or_department.sub(" ", folded(text)))
        return title

    def is_title_line(self, text: str) -> bool:
        """Whether a text states the unit or the department, or is a table's number, or only a year."""
        if self.is_table_number(text) or self.unit(text) or self.department(text) is not None:
            return True
        return bool(self.years(text)) and is_only_year(normal_form(text))

    def is_table_number(self, text: str) -> bool:
        """Whether a text is only a table's number, as in the corner of a sheet."""
        return self._table_number.fullmatch(normal_form(text)) is not None

    def is_page_frame(self, text: str) -> bool:
        """Whether a text belongs to the printed page: its number, a note, who signed."""
        return self._frame.match(normal_form(text)) is not None

    def says_no_data(self, text: str) -> bool:
        """Whether a text in normal form says that a table has no data on purpose."""
        return self._no_data.search(text) is not None


def _unit_pattern(heads: tuple[str, ...], unit_name: str) -> re.Pattern[str]:
    """Return the pattern of stated units. Each ends its word: a department's name may begin like one."""
    name = rf"{unit_name}(?![^\W\d_A-Z])"
    return re.compile(rf"{_one_of(heads)}\s*+:?\s*+\(?\s*+({name}(?:\W+{name})*)")


def _department_label(labels: Labels) -> str:
    """Return the pattern of the words before a department, and of a bracket behind them, as for its seal."""
    head = labels.title_block
    before, word, behind, mark = (
        _one_of(map(normal_form, words))
        for words in (
            head.department_before,
            head.department,
            head.department_behind,
            labels.organisation.suffixes,
        )
    )
    return rf"(?:{before}\s*){{0,2}}{word}(?:\s*{behind})?(?:\s*\({mark}\))?"


def _one_of(names: Iterable[str]) -> str:
    """Return the pattern of one of these names, however it is spaced."""
    spaced = (r"\s*".join(map(re.escape, name)) for name in names)
    return f"(?:{'|'.join(spaced)})"


def _alternative_units(pack: Pack) -> dict[str, str]:
    """Return the units that share their base with others, for only these must a sheet state: by each of their
    spellings in normal form.
    """
    bases = [unit.base for unit in pack.units.values()]
    return {
        normal_form(spelling): normal_form(name)
        for name, unit in pack.units.items()
        if bases.count(unit.base) > 1
        for spelling in (name, *unit.also)
    }


def _without(text: str, department: str) -> str:
    """Return a text without the department's name, which is in it, however it is spaced."""
    return normal_form(text).replace(normal_form(department), "", 1)
