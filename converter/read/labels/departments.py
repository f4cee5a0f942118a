"""A department's name as Chinese text writes it, and whose accounts a name or a file says it holds."""

import re
from collections.abc import Callable
from functools import lru_cache

from converter.chinese import CLOSING_BRACKET, OPENING_BRACKET, is_ideograph
from converter.pack import Labels
from converter.read.files.cells import normal_form
from converter.read.labels.names_alike import NamesAlike
from converter.read.labels.years import without_dates, without_years

LONGEST_LINE, SHORTEST_NAME = 60, 3

_AT_END = rf"[({OPENING_BRACKET}]?(?:%s)[){CLOSING_BRACKET}]?$"
_CODE = re.compile(r"^[(\[]?\d{3,}[)\]]?[-_.\u2013\u2014]*(?=\D)|(?<=\D)[(\[]\d{3,}[)\]]$")


def official_name(text: str) -> str:
    """Return a department's name as Chinese text writes it: no blanks, full-width brackets.

    A closing bracket without its opening one belonged to what stood around the name.
    """
    name = normal_form(text)
    if name.count(")") > name.count("("):
        name = name.removesuffix(")")
    return name.replace("(", OPENING_BRACKET).replace(")", CLOSING_BRACKET)


class DepartmentNames:
    """Names of departments by one pack: without what stands about them, and under the name meant.

    `canonical` returns the name that a spelling stands for, itself if the pack does not know it. `alike` and
    `is_organisation` are those of `NamesAlike`.
    """

    def __init__(self, labels: Labels, canonical: Callable[[str], str]) -> None:
        marks = "|".join(map(normal_form, labels.organisation.suffixes))
        self._marks = re.compile(rf"^(?:\((?:{marks})\))+|(?:\((?:{marks})\))+$|(?:{marks})$")
        names = NamesAlike(labels)
        self.alike, self.is_organisation = names.alike, names.is_organisation
        no_name = "|".join(labels.organisation.no_name)
        self._no_name, self._titles_at_end = re.compile(no_name), re.compile(rf"(?:{no_name})+$")
        self._own_at_end = re.compile(_AT_END % "|".join((*labels.scope.whole, *labels.scope.own)))
        self._canonical = canonical
        self.official = lru_cache(maxsize=4096)(self._official)

    def _official(self, text: str) -> str:
        """Return the name in a text, without a year, its code and the words behind it, as for a seal."""
        text = normal_form(text)
        name, bare = "", without_years(text) or text
        while bare != name:
            name, bare = bare, self._marks.sub("", _CODE.sub("", bare)) or bare
        return official_name(self._canonical(bare) if self._canonical(bare) != normal_form(bare) else bare)

    def may_be(self, name: str, department: str) -> bool:
        """Whether a name may be that of a department: spelled otherwise, without the place it begins with, or
        marked as its own accounts.
        """
        one, other = (self._own_at_end.sub("", self.official(each)) for each in (name, department))
        return one.endswith(other) or other.endswith(one) or self.alike(one, other)

    def names_one(self, text: str) -> bool:
        """Whether a text, such as a folder's name, is more than years and words of titles."""
        rest = self._no_name.sub("", without_years(without_dates(normal_form(text))))
        return any(map(is_ideograph, rest))

    def before_title(self, text: str) -> str:
        """Return the department before the title of a year's set of tables, '' if there is none."""
        line = normal_form(text)
        bare = without_years(line)
        if bare == line or len(line) > LONGEST_LINE or not self._titles_at_end.search(bare):
            return ""
        name = self._titles_at_end.sub("", bare)
        return self.official(name) if len(name) > SHORTEST_NAME and self.is_organisation(name) else ""


class ScopeWords:
    """The words by which a name, a file or a folder says whose accounts it holds."""

    def __init__(self, labels: Labels) -> None:
        whole, own = ("|".join(words) for words in (labels.scope.whole, labels.scope.own))
        self._whole_at_end = re.compile(_AT_END % whole)
        self._at_end = re.compile(_AT_END % f"{whole}|{own}")
        self._whole = re.compile(rf"^(?:{whole})|(?:{whole})$|\((?:{whole})\)")
        self._own = re.compile(own)

    def bare(self, name: str) -> str:
        """Return a department's name without the words that mark the whole of it, or its own accounts."""
        return self._at_end.sub("", name) or name

    def names_whole(self, name: str) -> bool:
        """Whether a department's name is marked as that of the whole."""
        return bool(self._whole_at_end.search(name))

    def is_whole(self, place: str) -> bool:
        """Whether a file's or folder's name says that the whole department is in it."""
        return bool(self._whole.search(normal_form(place)))

    def own(self, place: str) -> str:
        """Return the word by which a name says that it is of the department's own accounts only."""
        found = self._own.search(normal_form(place))
        return found[0] if found else ""
