"""Whether two names of organisations may be spellings of one."""

from collections.abc import Iterator
from itertools import pairwise

from converter.pack import Labels
from converter.read.files.cells import normal_form

SHORTEST_WITH_SLIP = 6
"""Signs of a place's or an office's name: of fewer, one that is another makes another place or office."""

SHORTEST_WORD = 2
"""Signs of a word: a short form that breaks words leaves single signs of some."""


class NamesAlike:
    """Compares names by the words of one pack."""

    def __init__(self, labels: Labels) -> None:
        words = labels.organisation
        self._endings = tuple(sorted(words.endings, key=len, reverse=True))
        self._places, self._general = words.places, tuple(sorted(words.general, key=len, reverse=True))
        self._tell_apart = frozenset("".join(words.tell_apart))

    def is_organisation(self, text: str) -> bool:
        """Whether a text ends like the name of an organisation."""
        return normal_form(text).endswith(self._endings)

    def alike(self, one: str, other: str) -> bool:
        """Whether two names may be spellings of one: one a short form of the other, or but one character
        apart.

        A name that goes on with another organisation, or differs in a number, is another name; so is one that
        differs in one of few characters, or lacks whole words that say what the other is for, as the sports
        bureau's beside that of education and sports.
        """
        short, long = sorted((one, other), key=len)
        if len(short) == len(long):
            apart = [at for at, pair in enumerate(zip(short, long, strict=True)) if pair[0] != pair[1]]
            return len(apart) == 1 and self._is_slip(one, other, apart[0])
        places = _places_of(short, long)
        if not places or self.is_organisation(long[places[-1] + 1 :]):
            return False
        return not self._lacks_words(short, long)

    def _lacks_words(self, short: str, long: str) -> bool:
        """Whether what a short form leaves out are whole words that say what an organisation is for."""
        bare, whole = self._without_ending(short), self._without_ending(long)
        places = _places_of(bare, whole)
        if not places:
            return False
        kept = [*_runs(places)]
        ends = [(-1, -1), *kept, (len(whole), len(whole))]
        between = [whole[before[1] + 1 : after[0]] for before, after in pairwise(ends)]
        tell = [self._without_place(words) for words in between]
        broken = any(last - first + 1 < SHORTEST_WORD for first, last in kept)
        return not broken and any(self._without_general(words) for words in tell)

    def _without_ending(self, name: str) -> str:
        return name.removesuffix(next(filter(name.endswith, self._endings), ""))

    def _without_place(self, words: str) -> str:
        """Return words without the name of a place they begin with, or a place's ending alone."""
        return words[
            max((words.rfind(sign) + len(sign) for sign in self._places if sign in words), default=0) :
        ]

    def _without_general(self, words: str) -> str:
        for general in self._general:
            words = words.replace(general, "")
        return words

    def _is_slip(self, one: str, other: str, at: int) -> bool:
        """Whether two names that differ in the character `at` are one, with a slip in it."""
        if not self._tell_apart.isdisjoint({one[at], other[at]}):
            return False
        if not (self.is_organisation(one) and self.is_organisation(other)):
            return True
        begin = max((one.rfind(sign, 0, at) for sign in self._places), default=-1) + 1
        ends = (one.find(sign, at + 1) for sign in self._places)
        end = min((found for found in ends if found >= 0), default=len(one))
        return end - begin >= SHORTEST_WITH_SLIP


def _places_of(short: str, long: str) -> list[int]:
    """Return where in a text the characters of another stand, in their order; [] if not all are in it."""
    places: list[int] = []
    for sign in short:
        at = long.find(sign, places[-1] + 1 if places else 0)
        if at < 0:
            return []
        places.append(at)
    return places


def _runs(places: list[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last of each run of places next to each other."""
    first = places[0]
    for place, after in pairwise([*places, -1]):
        if after != place + 1:
            yield first, place
            first = after
