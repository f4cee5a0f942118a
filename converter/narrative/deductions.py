"""Why an indicator lost points, as the annex and the text of a report print it."""

from collections.abc import Callable

from converter.narrative.blocks import TextRun, TextRuns, unmarked
from converter.rules import Score

Lacking = Callable[[str, str], TextRun]
"""Notes that a text is missing, by what it is called and by its own name; returns the mark in its place."""


def applied_runs(score: Score) -> TextRuns:
    """Return how the formula's rule took points, the judged figure in a run of its own; () if none did."""
    if not score.lost or score.reason or score.applied is None:
        return ()
    judged, applied = score.value, score.applied
    if not applied.value:  # nothing was judged
        return (TextRun(applied.outcome),)
    value = TextRun(applied.value, judged.id, judged.value) if judged else TextRun(applied.value)
    return value, TextRun(applied.outcome)


def reason_runs(score: Score, basis: str, lacking: Lacking) -> TextRuns:
    """Return the reason a person gave or still has to give, named by its `basis`; () if a formula did."""
    if score.reason:
        return (TextRun(unmarked(score.reason)),)
    if not score.lost or score.applied is not None:
        return ()
    return (lacking(f"{score.name}{basis}", f"{score.name}.{basis}"),)
