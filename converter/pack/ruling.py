"""Shapes of measures, checks, scorecard and diagnosis. Expressions stay text; `rules` compiles them."""

from decimal import Decimal
from enum import StrEnum

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from converter.figures import Severity
from converter.pack.shape import Several, Shape


class Measure(Shape):
    """A formula for the figures `item.basis`, for one item or, with `each`, for several.

    The key in measures.yaml is the whole id, or with `each` the basis. In an `each` formula a
    bare name is a basis of the item at hand. `source` is the circular or standard behind it.
    """

    formula: str
    each: Several = ()
    unit: str
    digits: int = 2
    source: str = ""


class Check(Shape):
    """An equation that must hold. Exactly one of six kinds:

    `equation` over figures (with `rows`: over the columns of every line of that group);
    `hierarchy`: in that group of coded lines every parent is the sum of its children, column by
    column; `agree`: a figure read from several `forms` is the same in each; `units`: each of these amounts
    is, for the whole department, the sum over its units; `lines`: top lines of the same name are the same
    in these two `group.column`.
    """

    because: str
    equation: str = ""
    rows: str = ""
    hierarchy: str = ""
    agree: str = ""
    forms: Several = ()
    units: Several = ()
    lines: Several = ()
    when: str = ""
    severity: Severity = Severity.ERROR
    hint: str = ""
    source: str = ""

    @model_validator(mode="after")
    def _one_kind(self) -> "Check":
        if sum(map(bool, (self.equation, self.hierarchy, self.agree, self.units, self.lines))) != 1:
            raise PydanticCustomError("one_kind", "equation | hierarchy | agree | units | lines")
        if len(self.lines) not in (0, 2):
            raise PydanticCustomError("one_kind", "lines: [., .]")
        if bool(self.agree) != (len(self.forms) > 1):
            raise PydanticCustomError("one_kind", "agree + forms")
        return self


class Rounding(StrEnum):
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
    rounding: Rounding


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
