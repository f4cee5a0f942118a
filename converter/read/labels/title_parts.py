"""Take a title apart: whose money, what about it, accounts or a budget; what may stand around its words."""

import re
from collections.abc import Iterator

from msgspec import Struct

from converter.chinese import BOOK_MARKS, ENUMERATION_COMMA, FULL_STOP
from converter.pack import FormKind, Labels, TitleWords
from converter.read.files.cells import normal_form
from converter.read.labels.years import without_years

TitledTable = tuple[frozenset[str], frozenset[str], bool]
"""What two titles of one table share, whatever its kind: whose money, what about it, whether in detail."""

_BRACKET_AT_END = re.compile(r"\(([^()]*)\)?$")  # the last may be cut off in a sheet's name
_BETWEEN = frozenset(f" -_:/|.<>[]\u00b7\u2013\u2014\u2015{ENUMERATION_COMMA}{BOOK_MARKS}")
_SENTENCE = re.compile(f"[,;!?{FULL_STOP}]")


class TitleParts(Struct, frozen=True):
    """What a title says of its table.

    `words` are those of its words that count, without what stands around and between them. `kind` is None
    where it says neither accounts nor budget. `is_other`: a word says that it is another table than the rest
    makes it seem. `principal` is its table without what else that may hold: details, other subjects.
    """

    words: str
    table: TitledTable
    principal: TitledTable
    kind: FormKind | None
    is_other: bool


class _Word(Struct, frozen=True):
    """A word of titles: the part it is, and what it says in the pack's words."""

    text: str
    part: str
    says: str


class TitleGrammar:
    """The words titles are made of, and the words that may stand around a title."""

    def __init__(self, labels: Labels) -> None:
        self._words = {word.text: word for word in _words(labels.title)}
        self._longest = max(map(len, self._words))
        self._several_scopes = frozenset({labels.title.several_scopes})
        self._general = frozenset(labels.title.general)
        self._companions = frozenset(labels.title.companions)
        around = "|".join(map(normal_form, (*labels.title_block.drop, *labels.title_block.number)))
        self.around = re.compile(around)
        self._around_at_end = re.compile(f"(?:{around})$")
        self._stop = re.compile("|".join(map(normal_form, labels.title_block.stop)))
        self._kinds = [
            (word.text, FormKind(word.says)) for word in self._words.values() if word.part == "kind"
        ]
        self._no_kind = re.compile("|".join(self._words_with_kinds(labels)))

    def parts(self, title: str) -> TitleParts | None:
        """Return the parts of a title; None for a text that is no title or has words that are not known.

        What stands before its first word, such as a department, must not change which table it is.
        """
        text, brackets = _without_brackets(normal_form(title))
        words, begin = self._words_at_end(without_years(text))
        if not self.changes_nothing(without_years(text)[:begin]):
            return None
        said = {word.part for word in words}
        if not {"subject", "table"} <= said:
            return None
        bracketed = [word for bracket in brackets for word in self._bracketed(bracket)]
        kinds = {word.says for word in (*words, *bracketed) if word.part == "kind"}
        scopes, subjects = (self._said(part, words, bracketed) for part in ("scope", "subject"))
        scopes = self._several_scopes if len(scopes) > 1 else scopes
        return TitleParts(
            words="".join(word.text for word in words if word.part != "filler"),
            table=(scopes, subjects, "detail" in said),
            principal=(scopes, subjects - self._companions or subjects, False),
            kind=FormKind(min(kinds)) if len(kinds) == 1 else None,
            is_other=len(kinds) > 1 or any(word.part == "other" for word in (*words, *bracketed)),
        )

    def scopes(self, said: frozenset[str]) -> re.Pattern[str] | None:
        """Return the pattern of all words for these scopes, the longest first; None if there are none."""
        words = [word.text for word in self._words.values() if word.part == "scope" and word.says in said]
        return re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True)))) if words else None

    def kinds(self, text: str) -> frozenset[FormKind]:
        """Return the kinds that a text speaks of in whatever order of words, such as the name of a file."""
        rest = self._no_kind.sub(" ", normal_form(text))
        return frozenset(kind for word, kind in self._kinds if word in rest)

    def _words_with_kinds(self, labels: Labels) -> list[str]:
        """Return the words, the longest first, that hold that of a kind and do not speak of it."""
        around = {*map(normal_form, labels.title_block.drop)}
        words = around.union(word.text for word in self._words.values() if word.part in ("scope", "filler"))
        return sorted((word for word in words if any(kind in word for kind, _ in self._kinds)), key=len)[::-1]

    def changes_nothing(self, before: str) -> bool:
        """Whether what stands before a title leaves open nothing about which table it is."""
        rest = self.around.sub("", before)
        return not self._stop.search(rest) and not _SENTENCE.search(rest)

    def _words_at_end(self, text: str) -> tuple[list[_Word], int]:
        """Return the words a text ends with, in order, and where the first of them begins."""
        found: list[_Word] = []
        end = begin = len(text)
        while end:
            word = self._word_before(text, end)
            around = self._around_at_end.search(text, 0, end)
            beside = end - around.start() if around else 0
            if word and len(word.text) > beside:
                found.append(word)
                end = begin = end - len(word.text)
            elif beside or text[end - 1] in _BETWEEN:
                end -= beside or 1
            else:
                break
        return found[::-1], begin

    def _word_before(self, text: str, end: int) -> _Word | None:
        for length in range(min(self._longest, end), 0, -1):
            if word := self._words.get(text[end - length : end]):
                return word
        return None

    def _bracketed(self, bracket: str) -> list[_Word]:
        """Return the words of a bracket; none if it holds anything else, such as a department."""
        words, begin = self._words_at_end(without_years(bracket))
        return [] if self.around.sub("", bracket[:begin]) else words

    def _said(self, part: str, *several: list[_Word]) -> frozenset[str]:
        """Return what the words of a part say, the general ones only where no other says more."""
        said = frozenset(word.says for words in several for word in words if word.part == part)
        return said - self._general or said


def _without_brackets(text: str) -> tuple[str, list[str]]:
    """Return a text without the brackets at its end, and what they hold."""
    brackets = []
    while found := _BRACKET_AT_END.search(text):
        brackets.append(found[1])
        text = text[: found.start()]
    return text, brackets


def _words(words: TitleWords) -> Iterator[_Word]:
    for part, by_meaning in (("scope", words.scopes), ("subject", words.subjects), ("kind", words.kinds)):
        for says, spellings in by_meaning.items():
            yield from (_Word(normal_form(text), part, says) for text in spellings)
    for part, texts in (
        ("table", words.table),
        ("detail", words.detail),
        ("filler", words.fillers),
        ("other", words.other),
    ):
        yield from (_Word(normal_form(text), part, "") for text in texts)
