"""The pack's patterns of sentences, compiled for one year."""

import re
from collections.abc import Callable, Iterable
from functools import cached_property

from msgspec.structs import asdict

from converter.chinese import YEAR
from converter.diagnosis import ReasonWords
from converter.pack import Comparison, ForbiddenWords, Pack, Sentences

NOTHING = "(?!)"  # matches nowhere
_PERCENTAGE = r"\d{1,3}(?:\.\d{1,4})?%"


def _of(words: Callable[[Sentences], str]) -> "cached_property[re.Pattern[str]]":
    """Return a property: the pattern of some words, compiled when it is first asked for. A report that is
    short needs few of them, and together they take longer than its reading.
    """
    return cached_property(lambda patterns: patterns.compiled(words(patterns.sentences)))


def _levels(sentences: Sentences) -> str:
    return f"{sentences.extent.level}|{sentences.extent.whole}"


class Patterns:
    """The patterns of sentences.yaml by the keys they have there, compiled; they match normal text.

    Keys of `extent` and `points` stand behind that word. Made of several are `level`, `level_anywhere`,
    `its_percentage` and `average`.
    """

    def __init__(self, pack: Pack, year: int) -> None:
        self.sentences: Sentences = pack.sentences
        self._grades = [grade.name for grade in pack.scorecard.grades]
        self._years = {"{this}": str(year), "{last}": str(year - 1)}
        self.year, self.ratio, self.money = year, pack.ratio, pack.money
        self.names_this_year = re.compile(f"{year}{YEAR}")
        units = "|".join(re.escape(name) for name, unit in pack.units.items() if unit.base == pack.money)
        self.money_in_head = re.compile(rf"\((?:[^()\d]{{1,6}}:)?(?:{units})\)")

    change = _of(lambda sentences: sentences.roles.change)
    rate = _of(lambda sentences: sentences.roles.rate)
    share = _of(lambda sentences: sentences.roles.share)
    completion = _of(lambda sentences: sentences.roles.completion)
    adjusted = _of(lambda sentences: sentences.roles.adjusted)
    deduction = _of(lambda sentences: sentences.roles.deduction)
    score = _of(lambda sentences: sentences.roles.score)
    scored = _of(lambda sentences: sentences.roles.scored)
    departure = _of(lambda sentences: sentences.roles.departure)
    arrival = _of(lambda sentences: sentences.roles.arrival)
    set_against = _of(lambda sentences: sentences.roles.set_against)
    of_amount = _of(lambda sentences: sentences.roles.of_amount)
    excess = _of(lambda sentences: sentences.roles.excess)
    more = _of(lambda sentences: sentences.directions.more)
    less = _of(lambda sentences: sentences.directions.less)
    same = _of(lambda sentences: sentences.directions.same)
    told = _of(lambda sentences: sentences.directions.told)
    own = _of(lambda sentences: sentences.directions.own)
    hoped = _of(lambda sentences: sentences.directions.hoped)
    of_budget = _of(lambda sentences: sentences.directions.of_budget)
    gross = _of(lambda sentences: sentences.gross.words)
    explanation = _of(lambda sentences: sentences.explanation)
    purpose = _of(lambda sentences: sentences.purpose)
    among = _of(lambda sentences: sentences.among)
    totals = _of(lambda sentences: sentences.totals)
    generic = _of(lambda sentences: sentences.generic)
    parts = _of(lambda sentences: sentences.parts)
    rest = _of(lambda sentences: sentences.rest)
    reason = _of(lambda sentences: sentences.reason)
    reason_for = _of(lambda sentences: sentences.reason_for)
    view = _of(lambda sentences: sentences.view)
    of_so_much = _of(lambda sentences: sentences.of_so_much)
    of_level = _of(lambda sentences: sentences.of_level)
    all_parts = _of(lambda sentences: sentences.all_parts)
    spent = _of(lambda sentences: sentences.flows.spent)
    left = _of(lambda sentences: sentences.flows.left)
    rolled = _of(lambda sentences: sentences.flows.rolled)
    opening = _of(lambda sentences: sentences.flows.opening)
    saved = _of(lambda sentences: sentences.flows.saved)
    saving_rate = _of(lambda sentences: sentences.flows.saving_rate)
    rate_name = _of(lambda sentences: sentences.flows.rate_name)
    nil = _of(lambda sentences: sentences.nil)
    unspent = _of(lambda sentences: sentences.unspent)
    counted = _of(lambda sentences: sentences.counted)
    any_year = _of(lambda sentences: sentences.any_year)
    before_name = _of(lambda sentences: sentences.before_name)
    no_item = _of(lambda sentences: sentences.no_item)
    compared = _of(lambda sentences: sentences.compared)
    compared_end = _of(lambda sentences: sentences.compared_end)
    parts_below = _of(lambda sentences: sentences.parts_below)
    series = _of(lambda sentences: sentences.series)
    joined = _of(lambda sentences: sentences.joined)
    of_accounts = _of(lambda sentences: sentences.of_accounts)
    run_in_heading = _of(lambda sentences: sentences.run_in_heading)
    heading_end = _of(lambda sentences: sentences.heading_end)
    funds = _of(lambda sentences: sentences.funds)
    extent_whole = _of(lambda sentences: sentences.extent.whole)
    extent_less = _of(lambda sentences: sentences.extent.less)
    level = _of(lambda sentences: f"{sentences.extent.before}(?P<level>{_levels(sentences)})")
    level_anywhere = _of(lambda sentences: f"(?P<level>{_levels(sentences)})")
    extent_year = _of(lambda sentences: sentences.extent.year)
    extent_begins = _of(lambda sentences: sentences.extent.begins)
    extent_budget_unit = _of(lambda sentences: sentences.extent.budget_unit)
    extent_report = _of(lambda sentences: sentences.extent.report)
    extent_period = _of(lambda sentences: sentences.extent.period)
    other_year = _of(lambda sentences: sentences.other_year)
    adding = _of(lambda sentences: sentences.adding)
    taken_off = _of(lambda sentences: sentences.taken_off)
    whole_of_added = _of(lambda sentences: sentences.whole_of_added)
    added_up = _of(lambda sentences: sentences.added_up)
    ignored = _of(lambda sentences: sentences.ignored)
    its_percentage = _of(lambda sentences: rf"\)?(?:{sentences.roles.of_amount}){_PERCENTAGE}")
    points_between = _of(lambda sentences: sentences.points.between)
    points_compared = _of(lambda sentences: sentences.points.compared)
    threshold = _of(lambda sentences: sentences.threshold)
    factor = _of(lambda sentences: sentences.factor)
    not_over = _of(lambda sentences: sentences.not_over)
    average = _of(lambda sentences: "|".join(dict.fromkeys(sentences.averages.values())) or NOTHING)
    for_each = _of(lambda sentences: sentences.for_each)
    each_of = _of(lambda sentences: sentences.each_of)
    each_period = _of(lambda sentences: sentences.each_period)
    every = _of(lambda sentences: sentences.every)
    last_year_alone = _of(lambda sentences: sentences.last_year_alone)
    outlined = _of(lambda sentences: sentences.outlined)
    of_government = _of(lambda sentences: sentences.of_government)
    to_congress = _of(lambda sentences: sentences.to_congress)
    side = _of(lambda sentences: sentences.side)
    this_year = _of(lambda sentences: sentences.this_year)
    years_allowed = _of(lambda sentences: sentences.years_allowed)
    completed_budget = _of(lambda sentences: sentences.completed_budget)

    @cached_property
    def reason_words(self) -> ReasonWords:
        """What a reason says of its change."""
        return ReasonWords(
            **{name: self._filled(words) for name, words in asdict(self.sentences.contrary).items()}
        )

    @cached_property
    def bases(self) -> list[tuple[str, re.Pattern[str]]]:
        """The words for each basis."""
        return [(basis.basis, self.compiled(basis.words)) for basis in self.sentences.bases]

    @cached_property
    def comparisons(self) -> list[tuple[Comparison, re.Pattern[str]]]:
        """The words for each comparison."""
        return [(comparison, self.compiled(comparison.words)) for comparison in self.sentences.comparisons]

    def unit_of(self, word: str) -> str:
        """Return the unit that a word behind a number stands for, '' if for none."""
        units = self.sentences.number_units.items()
        return next((unit for words, unit in units if re.fullmatch(words, word)), "")

    def unit_at_start(self, words: str) -> str:
        """Return the longest word for a unit that words begin with, else their first character."""
        starts = (words[:end] for end in range(len(words), 0, -1))
        return next(filter(self.unit_of, starts), words[:1])

    @property
    def basis_of_other_years(self) -> str:
        """The basis of amounts of which words tell only that they are of another year: the pack's first."""
        return self.bases[0][0]

    @property
    def usual_comparison(self) -> Comparison:
        """What amounts are compared with where no words tell: the pack's last."""
        return self.comparisons[-1][0]

    @cached_property
    def kinds(self) -> list[tuple[str, re.Pattern[str]]]:
        """The words of titles that say a basis."""
        return [(kind.basis, self.compiled(kind.words)) for kind in self.sentences.kinds]

    @cached_property
    def scopes(self) -> list[tuple[str, re.Pattern[str]]]:
        """The words of headings that say whose total's parts stand below."""
        return [(scope.item, self.compiled(scope.words)) for scope in self.sentences.scopes]

    @cached_property
    def grade(self) -> re.Pattern[str]:
        """How a grade is stated."""
        return re.compile(self.sentences.grade.replace("{grades}", "|".join(map(re.escape, self._grades))))

    @cached_property
    def sections(self) -> dict[str, re.Pattern[str]]:
        """The heading of each section."""
        return {name: re.compile(pattern) for name, pattern in self.sentences.sections.items()}

    def residue_in(
        self, texts: Iterable[str], *, blank: bool = False
    ) -> list[tuple[str, ForbiddenWords, re.Pattern[str]]]:
        """Return the words that must not be in a finished report, by what they are, or those of its blanks;
        only those that may be in texts: they are looked for in all at once.
        """
        lines, residue = "\n".join(texts), self.sentences.residue
        asked = {name: words for name, words in residue.items() if words.blank or not blank}
        return [
            (name, words, self.compiled(words.words))
            for name, words in asked.items()
            if self._in_lines[name].search(lines)
        ]

    @cached_property
    def _in_lines(self) -> dict[str, re.Pattern[str]]:
        """The patterns of what must not be in a report, for several lines."""
        return {
            name: self.compiled(words.words, re.MULTILINE) for name, words in self.sentences.residue.items()
        }

    def compiled(self, pattern: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
        """Return a pattern with the years filled in, compiled."""
        return re.compile(self._filled(pattern), flags)

    def _filled(self, pattern: str) -> str:
        for slot, year in self._years.items():
            pattern = pattern.replace(slot, year)
        return pattern

    def direction(self, text: str) -> int:
        """Return 1 for a word for more, -1 for less, 0 for neither."""
        return -1 if self.less.search(text) else int(bool(self.more.search(text)))
