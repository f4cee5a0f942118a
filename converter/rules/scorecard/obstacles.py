"""What keeps indicators from being scored where everything they need was entered."""

from collections.abc import Iterable, Iterator, Mapping

from converter.figures import Figure, Ledger
from converter.rules.language.formulas import Lacks
from converter.rules.scorecard.result import Score

Inputs = Mapping[str, tuple[str, ...]]
"""The ids of the figures that each formula names, by its own."""


def obstacles_of(scores: Iterable[Score], ledger: Ledger, inputs: Inputs) -> dict[str, tuple[Figure, ...]]:
    """Return by id for every score without points the entered zeros, and words in place of an amount, that
    it rests on: nothing can be divided by them, or the standard does not say what they earn.
    """
    return {
        score.id: tuple(dict.fromkeys(_without_amount(score, ledger, inputs)))
        for score in scores
        if score.points is None
    }


def is_all_entered(lacks: Lacks, ledger: Ledger, lacking: Mapping[str, Lacks]) -> bool:
    """Whether nothing has to be supplied for what an evaluation lacked: it comes to nothing by what was
    entered. `lacking` says of other figures what they lack.
    """
    return all(any(_is_entered(figure_id, ledger, lacking) for figure_id in lack) for lack in lacks)


def _is_entered(figure_id: str, ledger: Ledger, lacking: Mapping[str, Lacks]) -> bool:
    figure = ledger.find(figure_id)
    if figure and (figure.value is not None or (figure.cell and figure.cell.raw != "")):
        return True
    return figure_id in lacking and is_all_entered(lacking[figure_id], ledger, lacking)


def _without_amount(score: Score, ledger: Ledger, inputs: Inputs) -> Iterator[Figure]:
    to_see = [figure_id for lack in score.lacking for figure_id in lack]
    seen: set[str] = set()
    while to_see:
        figure_id = to_see.pop(0)
        if figure_id in seen:
            continue
        seen.add(figure_id)
        figure = ledger.find(figure_id)
        if figure and figure.cell:
            if not figure.value and figure.cell.raw != "":
                yield figure
        else:
            to_see += inputs.get(figure_id, ())
