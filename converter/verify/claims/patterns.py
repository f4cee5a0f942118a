"""The pack's patterns of sentences, compiled for one year."""

import re

from converter.pack import Pack, Sentences


class Patterns:
    """Each pattern of sentences.yaml, ready to be searched for in normal text."""

    def __init__(self, pack: Pack, year: int) -> None:
        self.words: Sentences = pack.sentences
        self._years = {"{this}": str(year), "{last}": str(year - 1)}
        said, roles = pack.sentences, pack.sentences.roles
        self.change, self.rate, self.share = map(self.compiled, (roles.change, roles.rate, roles.share))
        self.completion, self.deduction, self.score = map(
            self.compiled, (roles.completion, roles.deduction, roles.score)
        )
        self.more, self.less, self.same = map(
            self.compiled, (said.directions.more, said.directions.less, said.directions.same)
        )
        self.departure, self.arrival, self.held, self.of_amount, self.among, self.totals = map(
            self.compiled,
            (roles.departure, roles.arrival, roles.held, roles.of_amount, said.among, said.totals),
        )
        against = said.contrary
        self.contrary = {1: self.compiled(against.more), -1: self.compiled(against.less)}
        self.bases = [(each.basis, self.compiled(each.words)) for each in said.bases]
        self.comparisons = [(each, self.compiled(each.words)) for each in said.comparisons]
        self.generic, self.parts, self.aside, self.reason, self.nil = map(
            self.compiled, (said.generic, said.parts, said.aside, said.reason, said.nil)
        )
        self.not_over, self.every = map(self.compiled, (said.not_over, said.every))
        self.last_year_alone, self.this_year, self.other_years = map(
            self.compiled, (said.last_year_alone, said.this_year, said.other_years)
        )
        grades = "|".join(re.escape(each.name) for each in pack.scorecard.grades)
        self.grade = re.compile(said.grade.replace("{grades}", grades))
        self.residue = [(name, each, self.compiled(each.words)) for name, each in said.residue.items()]
        self.sections = {name: re.compile(pattern) for name, pattern in said.sections.items()}

    def compiled(self, pattern: str) -> re.Pattern[str]:
        """Return a pattern with the years filled in."""
        for slot, year in self._years.items():
            pattern = pattern.replace(slot, year)
        return re.compile(pattern)

    def direction(self, text: str) -> int:
        """Return 1 for a word for more, -1 for less, 0 for neither."""
        return -1 if self.less.search(text) else int(bool(self.more.search(text)))
