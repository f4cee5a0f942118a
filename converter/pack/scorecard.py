"""Shapes of scorecard.yaml and problems.yaml: the points a department earns, and the problems it has."""

from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from converter.pack.shape import Shape

_Positive = Annotated[Decimal, Field(gt=0)]
_Points = Annotated[Decimal, Field(ge=0)]


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
    """Points for a value of at most `at_most`, or of at least `at_least`."""

    at_most: Decimal | None = None
    at_least: Decimal | None = None
    points: _Points


class Indicator(Shape):
    """One indicator of the scorecard, worth `points`.

    It is scored by `steps`, by `bands` or by `rate`, which earns the value as a share of the points; without
    any, a person scores it. Under the condition `full_when` there is nothing to judge, and the points are
    given in full. `explain` says what it measures, `standard` how points are given. `issued_by` and
    `document_no` are the authority and the circular the rule is from, `source` is what else is to be said of
    that; `confidence` is
    `read` where the rule was read there, `default` where it is the usual one.
    """

    groups: tuple[str, str]
    points: _Positive
    formula: str = ""
    steps: Steps | None = None
    bands: tuple[Band, ...] = ()
    rate: bool = False
    full_when: str = ""
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

    Points that a formula earns are rounded to `digits` decimals before they are added up and graded.
    """

    full: _Positive = Decimal(100)
    digits: Annotated[int, Field(ge=0, le=6)] = 2
    indicators: dict[str, Indicator]
    grades: tuple[Grade, ...]


class Problem(Shape):
    """A problem that the report states, with its `cause` and `remedy`, if the condition `when` holds."""

    when: str
    problem: str
    cause: str
    remedy: str
    detail: str = ""
