"""Shapes of scorecard.yaml and problems.yaml: the points a department earns, and the problems it has."""

from decimal import Decimal
from enum import StrEnum

from converter.pack.shape import Shape, TextList


class StepRounding(StrEnum):
    """How a step that is only begun counts."""

    FLOOR = "floor"
    CEILING = "ceiling"
    PRO_RATA = "pro-rata"


class Steps(Shape):
    """Full points up to `limit`, or with `below` from it on; each `step` beyond it costs `deduct` points."""

    limit: Decimal
    below: bool = False
    step: Decimal
    deduct: Decimal
    rounding: StepRounding


class Band(Shape):
    """Points for a value of at most `at_most`, or of at least `at_least`."""

    at_most: Decimal | None = None
    at_least: Decimal | None = None
    points: Decimal


class Indicator(Shape):
    """One indicator of the scorecard, worth `points`.

    It is scored by `steps` or by `bands`; without either, a person scores it. Under the condition
    `full_when` there is nothing to judge, and the points are given in full; so they are, until a person
    confirms it, where the cells of all `none_if_blank` figures were read and left blank. `explain` says what
    it measures, `standard` how points are given. `source` is what the rule is taken from; `confidence` is
    `read` where the rule was read there, `default` where it is the usual one.
    """

    groups: tuple[str, str]
    points: Decimal
    formula: str = ""
    steps: Steps | None = None
    bands: tuple[Band, ...] = ()
    full_when: str = ""
    none_if_blank: TextList = ()
    explain: str
    standard: str
    source: str = ""
    confidence: str = ""


class Grade(Shape):
    """A grade and the least score that earns it."""

    name: str
    at_least: Decimal


class Scorecard(Shape):
    """The indicators in printed order and the grades from the best down."""

    indicators: dict[str, Indicator]
    grades: tuple[Grade, ...]


class Problem(Shape):
    """A problem that the report states, with its `cause` and `remedy`, if the condition `when` holds."""

    when: str
    problem: str
    cause: str
    remedy: str
    detail: str = ""
