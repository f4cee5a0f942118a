"""Which form a text is the title of, and whether it looks like the title of any table."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from msgspec import Struct

from converter.chinese import FULL_STOP
from converter.pack import FormKind, Pack
from converter.read.files.cells import normal_form
from converter.read.labels.title_parts import TitledTable, TitleGrammar, TitleParts
from converter.read.labels.years import without_years, years_of

_BRACKETS_AT_END = re.compile(r"(\([^()]*\))*(\([^()]*\)?)$")  # the last may be cut off in a sheet's name
_SENTENCE = re.compile(f"[,;:!?{FULL_STOP}]")
LONGEST = 120  # a longer text is prose, not a title
SHORTEST = 3


class TableTitle(Struct, frozen=True):
    """What a title says of its table.

    `form` is the form that lists the title, '' if none does. `others` are forms whose titles say the same in
    other words, or that are meant if the table is of another kind than `form`. The table's heads and rows
    decide which is meant. Neither: a table that is known but not used. `says_kind`: it says whether accounts
    or a budget.
    """

    form: str
    others: tuple[str, ...] = ()
    says_kind: bool = True

    @property
    def likeliest(self) -> str:
        """The form that is most likely meant, '' for a table that is not used."""
        return next(iter(self.forms), "")

    @property
    def is_open(self) -> bool:
        """Whether the title alone does not say which form is meant."""
        return bool(self.others or (self.form and not self.says_kind))

    @property
    def forms(self) -> tuple[str, ...]:
        """The forms the title may mean, the likeliest first."""
        return (self.form, *self.others) if self.form else self.others


class Titles:
    """The titles a pack knows, and the words that may stand about them."""

    def __init__(self, pack: Pack) -> None:
        self._grammar = TitleGrammar(pack.labels)
        self._parts = lru_cache(maxsize=1024)(self._grammar.parts)
        self._kinds = {name: form.kind for name, form in pack.forms.items()}
        listed = dict.fromkeys(pack.labels.title_block.unused, "")  # unless a form has the title
        listed |= {title: name for name, form in pack.forms.items() for title in form.titles}
        self._by_words: dict[str, str] = {}
        self._by_table: dict[TitledTable, dict[str, None]] = {}
        self._by_text: dict[str, str] = {}
        for form, described in pack.forms.items():
            for title in described.alike:
                if parts := self._parts(title):
                    self._by_table.setdefault(parts.table, {})[form] = None
        for title, form in listed.items():
            if parts := self._parts(title):
                self._by_words[parts.words] = form
                self._by_table.setdefault(parts.table, {}).update({form: None} if form else {})
            else:
                self._by_text[_bare(title)] = form
        self._elsewhere = re.compile(pack.labels.elsewhere)
        self._by_length = sorted(self._by_text, key=len, reverse=True)
        self._ends = re.compile(f"[{''.join(sorted({_bare(title)[-1] for title in listed}))}]")
        # Every cell is asked about, and most texts repeat from department to department.
        self.may_be = lru_cache(maxsize=65536)(self._may_be)
        self.title = lru_cache(maxsize=65536)(self._title)
        self.looks = lru_cache(maxsize=65536)(self._looks)
        self.kinds = lru_cache(maxsize=4096)(self._grammar.kinds)

    def scopes(self, titles: Iterable[str]) -> re.Pattern[str] | None:
        """Return the pattern of the words for whose money a table with these titles is of, None if they name
        none.
        """
        parts = [found for title in titles if (found := self._parts(title))]
        return self._grammar.scopes(frozenset(scope for found in parts for scope in found.table[0]))

    def _may_be(self, text: str) -> bool:
        """Whether a text can be a title at all: it has the last letter of one."""
        return len(text) <= LONGEST and self._ends.search(text) is not None

    def _title(self, text: str) -> TableTitle | None:
        """Return what a text says as a title, None if it is none that is known.

        What comes before its words (a department, a year) must not change which table it is. The table's
        number may follow.
        """
        if not self.may_be(text) or self._elsewhere.search(text):
            return None
        if parts := self._grammar.parts(text):
            if parts.is_other:
                return TableTitle("")
            listed = self._by_words.get(parts.words)
            others = tuple(form for form in self._meant(parts) if form != listed)
            if listed is None:
                return TableTitle("", others, parts.kind is not None)
            of_either = listed and not parts.kind and self._kinds[listed] is not FormKind.SUPPLEMENT
            return TableTitle(listed, others, says_kind=False) if of_either else TableTitle(listed)
        return self._listed_whole(_bare(text))

    def _meant(self, parts: TitleParts) -> Iterator[str]:
        """Yield the forms of the kind a title says, or of any, whose titles say the same or its main part.

        Accounts in detail are another table than accounts; a budget may be called detailed.
        """
        same, in_detail = self._by_table.get(parts.table, {}), parts.table[2]
        for form in {**same, **self._by_table.get(parts.principal, {})}:
            kind = self._kinds[form]
            if parts.kind in (None, kind) and (form in same or not in_detail or kind is FormKind.BUDGET):
                yield form

    def _listed_whole(self, bare: str) -> TableTitle | None:
        """Return what the longest title at the end of a text says, of those not made of known words."""
        for title in self._by_length:
            at = bare.rfind(title)
            if at >= 0 and not self._grammar.around.sub("", bare[at + len(title) :]):
                return TableTitle(self._by_text[title]) if self._grammar.changes_nothing(bare[:at]) else None
        return None

    def _looks(self, text: str) -> bool:
        """Whether a text reads like the title of a table, known or not: no sentence, no mere number."""
        if not self.may_be(text):
            return False
        bare = _bare(text)
        rest = self._grammar.around.sub("", bare)
        return len(rest) > SHORTEST and self._ends.match(rest[-1]) is not None and not _SENTENCE.search(bare)


def _bare(title: str) -> str:
    return without_years(_BRACKETS_AT_END.sub("", normal_form(title)))


def title_years(title: str) -> tuple[int, ...]:
    """Return the years a title in normal form names; those in brackets at its end count only if there are no
    others.
    """
    return years_of(_BRACKETS_AT_END.sub("", title)) or years_of(title)
