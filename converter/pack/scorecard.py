"""Shapes of scorecard.yaml and problems.yaml: the points a department earns, and the problems it has."""

from decimal import Decimal
from enum import StrEnum

from converter.pack.shape import Shape


class StepRounding(StrEnum):
    """How a step rule counts a started step."""

    FLOOR = "floor"
    CEILING = "ceiling"
    PRO_RATA = "pro-rata"


class Steps(Shape):
    """Full points up to (or, with `below`, from) `limit`; each `step` beyond costs `deduct`."""

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
    """One line of the scorecard.

    With neither `steps` nor `bands` a person scores it. `full_when` is a condition under which
    there is nothing to judge and the points are given in full. `confidence` tells a rule read in a
    source from the field's usual default.
    """

    groups: tuple[str, str]
    points: Decimal
    formula: str = ""
    steps: Steps | None = None
    bands: tuple[Band, ...] = ()
    full_when: str = ""
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
    """When `when` holds, sections seven and eight say `problem`, `cause` and `remedy`."""

    when: str
    problem: str
    cause: str
    remedy: str
    detail: str = ""
