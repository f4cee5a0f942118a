"""Shapes of scorecard.yaml and problems.yaml: the points a department earns, and the problems it has."""

from decimal import Decimal
from enum import StrEnum
from typing import Annotated
from unicodedata import normalize

from converter.pack.files.validation import Bounds
from converter.pack.shapes.shape import Pattern, Shape, TextList

_Positive = Annotated[Decimal, Bounds(gt=0)]
_Points = Annotated[Decimal, Bounds(ge=0)]
_Share = Annotated[Decimal, Bounds(ge=0, le=1)]


class StepRounding(StrEnum):
    """How a step that is only begun counts."""

    FLOOR = "floor"
    CEILING = "ceiling"
    PRO_RATA = "pro-rata"


class Steps(Shape):
    """Full points up to `limit`, or with `below` from it on; each `step` beyond it costs `deduct` points."""

    limit: Decimal
    below: bool = False
    step: _Positive
    deduct: _Positive
    rounding: StepRounding


class Band(Shape):
    """What a value of at most `at_most`, or of at least `at_least`, earns: `points`, or a `share` of all."""

    at_most: Decimal | None = None
    at_least: Decimal | None = None
    points: _Points | None = None
    share: _Share | None = None

    def earned(self, full: Decimal) -> Decimal:
        """Return the points of the band, of `full` points."""
        return (self.share or Decimal(0)) * full if self.points is None else self.points


class Reached(StrEnum):
    """When a target is reached: by a value of at least or at most it, or by exactly it."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    EQUAL = "equal"


class TargetRule(Shape):
    """Full points where the target is `reached`, else fewer by how far the value is from it.

    A value short of the target earns the share that it is of it. One in excess of a target that it must not
    exceed loses points evenly, and has none from `none_from` times the target on.
    """

    reached: Reached
    none_from: _Positive = Decimal(2)


class Level(Shape):
    """A level of attainment that a person judges, and the shares of the points that it may earn."""

    name: str
    at_least: _Share
    at_most: _Share


class ScoringRule(Shape):
    """How points are given: by one of these, or by a person.

    `steps`, `bands` and `rate`, which earns the value as a share of the points, judge a value, or where there
    is a target the value divided by it; `target_rule` compares the two. `earned`: the value is the points.
    By `levels`, from the best down, a person gives the points, within what the level found may earn.
    """

    steps: Steps | None = None
    bands: tuple[Band, ...] = ()
    rate: bool = False
    target_rule: TargetRule | None = None
    earned: bool = False
    levels: tuple[Level, ...] = ()


class Method(ScoringRule):
    """A rule that has a name, for any indicator that names it and any row of a list with one of its `signs`.

    By a `given` one a person gives the points. `standard` says in a sentence how they are given; the other
    keys are those of an indicator.
    """

    signs: TextList = ()
    given: bool = False
    standard: str
    issued_by: str = ""
    document_no: str = ""
    source: str = ""
    confidence: str = ""


class Indicator(ScoringRule):
    """One indicator of the scorecard, worth `points`.

    `formula` gives the value to be judged, `target` what it is held against; `method` names the rule where it
    is not stated here. Without a formula a person scores it. Under the condition `full_when` there is nothing
    to judge, and the points are given in full, under `none_when` there are none. `explain` says what it
    measures, `standard` how points are given. `issued_by` and `document_no` are the authority and the
    circular the rule is from, `source` is what else is to be said of that; `confidence` is `read` where the
    rule was read there, `default` where it is the usual one.
    """

    groups: tuple[str, str]
    points: _Positive
    formula: str = ""
    target: str = ""
    method: str = ""
    full_when: str = ""
    none_when: str = ""
    explain: str
    standard: str
    issued_by: str = ""
    document_no: str = ""
    source: str = ""
    confidence: str = ""


class Grade(Shape):
    """A grade and the least score that earns it."""

    name: str
    at_least: _Points


class Scorecard(Shape):
    """The indicators in printed order, worth `full` points in all, and the grades from the best down.

    `methods` are the rules that have names. Points that a rule earns are rounded to `digits` decimals before
    they are added up and graded. `not_applicable` is a pattern of words in place of an amount that say that
    there is none of it: to the condition of full points it is nil.
    """

    full: _Positive = Decimal(100)
    digits: Annotated[int, Bounds(ge=0, le=6)] = 2
    methods: dict[str, Method] = {}
    not_applicable: Pattern = "(?!)"
    indicators: dict[str, Indicator]
    grades: tuple[Grade, ...]

    def rule_of(self, indicator: Indicator) -> ScoringRule:
        """Return the rule by which an indicator is scored: that of its method, or its own."""
        return self.methods[indicator.method] if indicator.method else indicator

    def method_for(self, sign: str) -> str:
        """Return the name of the method with a sign, in whatever width it is written; '' if none has it."""
        wanted = normal_sign(sign)
        return next(
            (name for name, method in self.methods.items() if wanted in map(normal_sign, method.signs)), ""
        )


def normal_sign(sign: str) -> str:
    """Return a sign without blanks, its width unified."""
    return "".join(normalize("NFKC", sign).split())


class Problem(Shape):
    """A problem that the report states, with its `cause` and `remedy`, if the condition `when` holds."""

    when: str
    problem: str
    cause: str
    remedy: str
    detail: str = ""
