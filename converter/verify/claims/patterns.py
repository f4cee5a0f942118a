"""The pack's patterns of sentences, compiled for one year."""

import re
from functools import cached_property

from converter.pack import Pack, Sentences

NOTHING = "(?!)"  # matches nowhere


class Patterns:
    """The patterns of sentences.yaml by the names they have there, compiled; they match normal text."""

    def __init__(self, pack: Pack, year: int) -> None:
        self.sentences: Sentences = pack.sentences
        self._years = {"{this}": str(year), "{last}": str(year - 1)}
        sentences, roles = pack.sentences, pack.sentences.roles
        self.change, self.rate, self.share = map(self.compiled, (roles.change, roles.rate, roles.share))
        self.completion, self.deduction, self.score = map(
            self.compiled, (roles.completion, roles.deduction, roles.score)
        )
        self.more, self.less, self.same = map(
            self.compiled, (sentences.directions.more, sentences.directions.less, sentences.directions.same)
        )
        self.departure, self.arrival, self.set_against, self.of_amount, self.among, self.totals = map(
            self.compiled,
            (roles.departure, roles.arrival, roles.held, roles.of_amount, sentences.among, sentences.totals),
        )
        contrary = sentences.contrary
        self.contrary = {1: self.compiled(contrary.more), -1: self.compiled(contrary.less)}
        self.bases = [(basis.basis, self.compiled(basis.words)) for basis in sentences.bases]
        self.comparisons = [
            (comparison, self.compiled(comparison.words)) for comparison in sentences.comparisons
        ]
        self.generic, self.parts, self.explanation, self.reason, self.nil = map(
            self.compiled,
            (sentences.generic, sentences.parts, sentences.aside, sentences.reason, sentences.nil),
        )
        self.any_year, self.before_name, self.no_item, self.compared = map(
            self.compiled,
            (sentences.any_year, sentences.before_name, sentences.no_item, sentences.compared),
        )
        self.listed, self.series, self.joined, self.excess, self.settled = map(
            self.compiled,
            (sentences.listed, sentences.series, sentences.joined, roles.excess, sentences.settled),
        )
        self.heading_end, self.funds = map(self.compiled, (sentences.heading_end, sentences.funds))
        self.undivided, self.factor, self.gross = map(
            self.compiled, (sentences.undivided, sentences.factor, sentences.gross.words)
        )
        self.last_year = self.compiled(sentences.last_year)
        self.kinds = [(kind.basis, self.compiled(kind.words)) for kind in sentences.kinds]
        self.scopes = [(scope.item, self.compiled(scope.words)) for scope in sentences.scopes]
        self.not_over, self.every = map(self.compiled, (sentences.not_over, sentences.every))
        self.last_year_alone, self.this_year, self.other_years = map(
            self.compiled, (sentences.last_year_alone, sentences.this_year, sentences.other_years)
        )
        grades = "|".join(re.escape(grade.name) for grade in pack.scorecard.grades)
        self.grade = re.compile(sentences.grade.replace("{grades}", grades))
        self.residue = [
            (name, words, self.compiled(words.words)) for name, words in sentences.residue.items()
        ]
        self.sections = {name: re.compile(pattern) for name, pattern in sentences.sections.items()}

    @cached_property
    def any_residue(self) -> re.Pattern[str]:
        """All of `residue` in one."""
        several = (words.words for words in self.sentences.residue.values())
        return self.compiled("|".join(f"(?:{words})" for words in several) or NOTHING)

    def compiled(self, pattern: str) -> re.Pattern[str]:
        """Return a pattern with the years filled in."""
        for slot, year in self._years.items():
            pattern = pattern.replace(slot, year)
        return re.compile(pattern)

    def is_joined(self, text: str, end: int) -> bool:
        """Whether another number follows one that ends at a place, joined by a mere "and"."""
        joined = self.joined.match(text, end)
        return bool(joined and text[joined.end() : joined.end() + 1].isdigit())

    def direction(self, text: str) -> int:
        """Return 1 for a word for more, -1 for less, 0 for neither."""
        return -1 if self.less.search(text) else int(bool(self.more.search(text)))
