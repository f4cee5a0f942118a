"""The scorecard filled in."""

from decimal import Decimal

from msgspec import Struct

from converter.figures import Figure
from converter.rules.language.formulas import Lacks
from converter.rules.scorecard.application import Application


class Score(Struct, frozen=True):
    """One indicator's line. `points` is None where it could not be scored without what is `lacking`.

    `id` is the figure id of the points; `value` is the figure judged, if there is one; `reason` a person's
    reason for a deduction, `applied` how the formula's rule was.
    """

    id: str
    name: str
    groups: tuple[str, str]
    full: Decimal
    standard: str
    points: Decimal | None
    value: Figure | None = None
    reason: str = ""
    applied: Application | None = None
    lacking: Lacks = ()

    @property
    def lost(self) -> Decimal:
        """The points deducted; 0 where not scored."""
        return Decimal(0) if self.points is None else self.full - self.points


class ScoredCard(Struct, frozen=True):
    """The scorecard's lines, their total (None while any is missing) and the grade ('' likewise).

    `figures` are the full points, points and deduction of each indicator, and both totals.
    """

    scores: tuple[Score, ...]
    total: Decimal | None
    grade: str
    figures: tuple[Figure, ...]
