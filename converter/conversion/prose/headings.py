"""Headings in a department's own documents: what they name, however they are numbered and worded."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import chain

from msgspec import Struct

from converter.chinese import COLON, FULL_STOP, YEAR, YEAR_ENDING
from converter.document.heading_numbers import heading_number, numbered_heading
from converter.pack import Pack

ANYTHING = "…"  # in a pack's title: what stands before it may be anything
LONGEST = 40  # characters of a heading; what is longer is prose
_OUTLINED = re.compile(r"^#+ +(.+?) *$", re.MULTILINE)
_YEAR = rf"20\d\d{YEAR}?{YEAR_ENDING}?"
_RUN_IN = re.compile(rf"([^{COLON}:{FULL_STOP}]{{1,{LONGEST}}})([{COLON}:{FULL_STOP}])(.*)", re.DOTALL)


class ProseHeading(Struct, frozen=True):
    """A heading: its rank, smaller above larger and 0 where it has neither number nor style; its title.

    `name` is the pack's text it opens, '' a part of the report that the program writes, None neither;
    `text` is what follows it on the same line. `level` is that of its style where it has no number, or 0.
    """

    rank: int
    title: str
    name: str | None
    text: str = ""
    level: int = 0


class _ComposedTitle(Struct, frozen=True):
    """The titles of a text, the longest first, and whether anything may stand before each."""

    name: str
    titles: dict[str, bool]

    def fits(self, core: str, *, is_marked: bool) -> bool:
        """Whether a title consists of these alone; of a marked heading, whether it ends with them."""
        first = ""
        while core and (last := next(filter(core.endswith, self.titles), "")):
            core, first = core.removesuffix(last), last
        return not core or (is_marked and self.titles.get(first, False))


class ProseHeadings:
    """Knows the headings of a pack's texts and of its report.

    They compare without numbers, years, the department's name and the pack's words that do not change
    what a heading means.
    """

    def __init__(self, pack: Pack, department: str) -> None:
        self._fillers = (department, *pack.words.heading_fillers)
        outlined = [re.sub(r"\{\{.*?\}\}", "", title) for title in _OUTLINED.findall(pack.report.text)]
        self._names = {self._core(title): "" for title in outlined}
        self._composed = [self._composed_of(name, titles) for name, titles in pack.prose.items()]
        for name, titles in pack.prose.items():
            self._names |= {self._core(title): name for title in titles if not title.startswith(ANYTHING)}

    def name(self, title: str, *, is_marked: bool = False) -> str | None:
        """Return the name of the text that a title without number opens, None if it is not known.

        One that is not written out in the pack may be composed of titles of one text; of a line that a number
        or a style marks as a heading, the last words may.
        """
        forms = list(self._forms(title))
        known = (self._names[form] for form in forms if form in self._names)
        composed = (
            each.name for form in forms for each in self._composed if each.fits(form, is_marked=is_marked)
        )
        return next(chain(known, composed), None)

    def _composed_of(self, name: str, titles: Iterable[str]) -> _ComposedTitle:
        cores = {self._core(title.lstrip(ANYTHING)): title.startswith(ANYTHING) for title in titles}
        return _ComposedTitle(name, dict(sorted(cores.items(), key=lambda core: -len(core[0]))))

    def heading(self, line: str, styled: int) -> ProseHeading | None:
        """Return the heading a line is or begins with, None if it is prose.

        `styled` is the level Word itself gives the line, or 0. A line that is numbered like a list, or not at
        all, is a heading only if its title is known; with a colon after it the text may follow at once,
        and after a number with a full stop too.
        """
        number = heading_number(line)
        title = line[number.end :].strip() if number else line.strip()
        rank = number.rank if number else styled and styled + 1  # parts of a document stand above level 1
        level = 0 if number else styled
        is_marked = bool(styled or numbered_heading(line))
        if (name := self.name(title.rstrip(f"{COLON}:{FULL_STOP}"), is_marked=is_marked)) is not None:
            return ProseHeading(rank, title, name, level=level)
        run_in = _RUN_IN.match(title)
        begins = run_in and (number or run_in[2] != FULL_STOP)
        name = self.name(run_in[1], is_marked=is_marked) if run_in and begins else None
        if run_in and name is not None:
            return ProseHeading(rank, run_in[1], name, run_in[3].strip())
        if is_marked:
            return ProseHeading(rank, title, None, level=level)
        return None

    def _forms(self, title: str) -> Iterator[str]:
        """Yield a title's core, also without the year before it: as much of that as is written, and less."""
        if len(title) > LONGEST:
            return
        yield self._core(title)
        if year := re.match(_YEAR, unicodedata.normalize("NFKC", title)):
            for end in range(len("2020"), year.end() + 1):
                yield self._core(title[end:])

    def _core(self, title: str) -> str:
        """Return what of a title tells it from others."""
        core = whole = "".join(unicodedata.normalize("NFKC", title).split())
        for word in self._fillers:
            core = core.replace(word, "") if word else core
        return core or whole
