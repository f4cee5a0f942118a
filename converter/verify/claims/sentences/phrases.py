"""Which item a phrase names: one of the pack's, or one in words of its own."""

import re
from functools import lru_cache

from msgspec import Struct

from converter.chinese import DIGITS, ENUMERATION_COMMA, IS, TEN
from converter.figures import basis_of, item_of
from converter.pack import Pack
from converter.verify.claims.names import Names
from converter.verify.claims.patterns import Patterns

MAX_WORDS = 72  # of an item that the pack does not know; longer ones are clauses, not names
MIN_WORDS = 2
CACHED_PHRASES = 4096  # phrases whose item is not looked for again

_NUMBERED = re.compile(
    rf"^(?:\(?[{DIGITS}{TEN}]+(?:[){ENUMERATION_COMMA}.]+|{IS})|\(?\d{{1,2}}[){ENUMERATION_COMMA}](?!\d)|\d{{1,2}}\.(?!\d))+"
)
_REMARK = re.compile(r"\([^()]*\)(?=[^()]*$)")


class NamedItem(Struct, frozen=True):
    """An item as a phrase names it, the basis if its name says it, and the words that are the name.

    `known` says whether the pack has the item.
    """

    item: str
    basis: str
    words: str
    known: bool


class PhraseReader:
    """Reads phrases by the names of one base unit."""

    def __init__(self, pack: Pack, patterns: Patterns, names: Names) -> None:
        sentences = pack.sentences
        self._patterns, self._names, self._targets = patterns, names, names.targets
        self._alone = sentences.alone
        self._scoped, self._scope_only = set(sentences.scoped), set(sentences.scope_only)
        self._within = sentences.within
        self.item = lru_cache(maxsize=CACHED_PHRASES)(self._item)

    def known(self, phrase: str) -> NamedItem | None:
        """Return the item of the pack that a phrase names, None if it names none or more than that."""
        found = self.item(phrase)
        return found if found and found.known else None

    def _item(self, phrase: str) -> NamedItem | None:
        """Return the item a phrase names, None if it names none."""
        whole, phrase = phrase, _NUMBERED.sub("", phrase)
        years = list(self._patterns.any_year.finditer(phrase))
        if years and phrase != whole and (item := self._alone.get(phrase[years[-1].end() :])):
            return NamedItem(item, "", phrase[years[-1].end() :], known=True)
        parts = [phrase]
        if years:
            before = self._patterns.any_year.sub("", phrase[: years[-1].start()])
            parts = [phrase[years[-1].end() :], before]
        return next(filter(None, map(self._without_year, parts)), None)

    def first(self, text: str) -> str:
        """Return the item whose name comes first in a text, '' if there is none."""
        found = next(self._names.starting(text), None)
        target = self._targets[text[found]] if found else ""
        return item_of(target) or target

    def alone(self, words: str) -> NamedItem | None:
        """Return the item that words mean only by themselves, None if they mean none."""
        words = self._without_basis(self._patterns.any_year.sub("", words))
        item = self._alone.get(words)
        return NamedItem(item, "", words, known=True) if item else None

    def begins_name(self, words: str, item: str) -> bool:
        """Whether words begin one of an item's names."""
        return any(name.startswith(words) for name, target in self._targets.items() if target == item)

    def has_content(self, phrase: str) -> bool:
        """Whether a phrase that names no item speaks of something all the same."""
        rest = self._bare(self._without_basis(self._patterns.any_year.sub("", _NUMBERED.sub("", phrase))))
        return bool(rest) and not self._patterns.no_item.search(rest)

    def _without_year(self, phrase: str) -> NamedItem | None:
        words, (qualified, remark) = self._bare(phrase), self._remarked(phrase)
        for name in (phrase, words):
            if (found := self._ending_in_name(name)) and found.words not in remark:
                return found
        if qualified and (found := self._ending_in_name(self._bare(qualified))):
            return found
        words = self._bare(self._without_basis(words)) if self._more(phrase) else ""
        if words in self._alone:
            return NamedItem(self._alone[words], "", words, known=True)
        scope = self._patterns.before_name.fullmatch(phrase) if words else None
        if scope and scope["scope"] and not scope.start("scope"):
            words = scope["scope"]  # nothing else is named
        if not MIN_WORDS <= len(words) <= MAX_WORDS or self._patterns.no_item.search(words):
            return None
        return NamedItem(words, "", words, known=False)

    def _remarked(self, phrase: str) -> tuple[str, str]:
        """Return the words before a remark in brackets that ends a phrase, and the remark, which only tells
        more of them; twice '' if they name nothing, or there is none.
        """
        remark = _REMARK.search(phrase)
        if not remark or self._more(phrase[remark.end() :]):
            return "", ""
        before = phrase[: remark.start()]
        return (before, remark[0]) if self._more(before) else ("", "")

    def _without_basis(self, words: str) -> str:
        """Return words without those at either end that tell the basis."""
        for _, pattern in self._patterns.bases:
            for found in pattern.finditer(words):
                if found.end() == len(words) or not self._bare(words[: found.start()]):
                    words = words.replace(found[0], "", 1)
                    break
        return words

    def _more(self, words: str) -> bool:
        """Whether words behind a name make it another."""
        return bool(self._bare(self._without_basis(words)))

    def _bare(self, words: str) -> str:
        """Return words without those at either end that name no item."""
        return self._patterns.generic.sub("", self._patterns.generic.sub("", words))

    def _ending_in_name(self, words: str) -> NamedItem | None:
        """Return the item whose name ends the words, if what stands before it does not make it another.

        Words that name nothing may follow.
        """
        names = [each for each in self._names.starting(words) if not self._more(words[each.stop :])]
        names.sort(key=lambda each: (each.stop, -each.start), reverse=True)
        return next(filter(None, (self._named(words, found) for found in names)), None)

    def _named(self, words: str, found: slice) -> NamedItem | None:
        """Return the item whose name is found at the end of words, None if those before make it another."""
        name, before = words[found], words[: found.start]
        target = self._targets[name]
        item, basis = (item_of(target), basis_of(target)) if "." in target else (target, "")
        if item in self._scope_only and (owner := self._owner(before)):
            return owner
        allowed = self._patterns.before_name.fullmatch(before)
        if not allowed or (allowed["scope"] and item in self._scoped):
            return None
        return NamedItem(self._in_scope(item, allowed["scope"]), basis, name, known=True)

    def _in_scope(self, item: str, words: str) -> str:
        """Return what an item's name means behind words that tell its scope."""
        of_scope = (self._within.get(of, {}) for of, scope in self._patterns.scopes if scope.search(words))
        return next((items[item] for items in of_scope if item in items), item) if words else item

    def _owner(self, words: str) -> NamedItem | None:
        """Return the item that words before a mere scope name."""
        if not words or self._patterns.before_name.fullmatch(words):
            return None
        owner = self._ending_in_name(self._bare(words))
        return owner if owner and owner.item not in self._scope_only else None
