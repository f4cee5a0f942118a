"""Which form a text is the title of, and whether it looks like the title of any table."""

import re
from functools import lru_cache

from converter.chinese import FULL_STOP
from converter.pack import Pack
from converter.read.files.cells import normal_form
from converter.read.labels.years import without_years, years_of

_BRACKETS_AT_END = re.compile(r"(\([^()]*\))*(\([^()]*\)?)$")  # the last may be cut off in a sheet's name
_SENTENCE = re.compile(f"[,;:!?{FULL_STOP}]")
LONGEST = 120  # a longer text is prose, not a title
SHORTEST = 3


class Titles:
    """The titles a pack knows, and the words that may stand about them."""

    def __init__(self, pack: Pack) -> None:
        head = pack.labels.head
        self._drop = re.compile("|".join(map(normal_form, (*head.drop, *head.number))))
        self._stop = re.compile("|".join(map(normal_form, head.stop)))
        self._forms = {_bare(title): name for name, form in pack.forms.items() for title in form.titles} | {
            _bare(title): "" for title in head.unread
        }
        self._by_length = sorted(self._forms, key=len, reverse=True)
        self._ends = re.compile(f"[{''.join(sorted({title[-1] for title in self._forms}))}]")
        # Every cell is asked about, and most texts repeat from department to department.
        self.may_be = lru_cache(maxsize=65536)(self._may_be)
        self.form = lru_cache(maxsize=65536)(self._form)
        self.looks = lru_cache(maxsize=65536)(self._looks)

    def _may_be(self, text: str) -> bool:
        """Tell whether a text can be a title at all: it has the last letter of one."""
        return len(text) <= LONGEST and self._ends.search(text) is not None

    def _form(self, text: str) -> str | None:
        """Return the id of the form with this title, '' for a form not read, else None.

        The longest title at the end of the text counts, and only if what comes before it (a
        department, a year) does not change which table it is. The table's number may follow.
        """
        bare = _bare(text) if self.may_be(text) else ""
        for title in self._by_length if bare else ():
            at = bare.rfind(title)
            if at >= 0 and not self._drop.sub("", bare[at + len(title) :]):
                before = self._drop.sub("", bare[:at])
                return None if self._stop.search(before) else self._forms[title]
        return None

    def _looks(self, text: str) -> bool:
        """Tell whether a text reads like the title of a table, known or not: no sentence, no mere number."""
        if not self.may_be(text):
            return False
        bare = _bare(text)
        rest = self._drop.sub("", bare)
        return len(rest) > SHORTEST and self._ends.match(rest[-1]) is not None and not _SENTENCE.search(bare)


def _bare(title: str) -> str:
    return without_years(_BRACKETS_AT_END.sub("", normal_form(title)))


def title_years(title: str) -> tuple[int, ...]:
    """Return the years a title in normal form names; those in brackets at its end count only if there are no
    others.
    """
    return years_of(_BRACKETS_AT_END.sub("", title)) or years_of(title)
