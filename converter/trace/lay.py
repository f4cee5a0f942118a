"""The trail of one report: what it prints, and all that rests under it."""

from collections.abc import Iterable, Sequence

from converter import __version__
from converter.figures import Figure, Ledger
from converter.narrative import Block, lines, printed
from converter.pack import Amounts, Pack
from converter.trace.trail import Input, TracedFigure, Trail, passage_of, resting


def lay_trail(
    blocks: Sequence[Block], ledger: Ledger, pack: Pack, amounts: Amounts, inputs: Iterable[Input]
) -> Trail:
    """Return the trail of the report that `blocks` are; where in Word its figures stand is not known yet."""
    ids = dict.fromkeys(run.figure for block in blocks for run in printed(block))
    return Trail(
        department=ledger.department,
        year=ledger.year,
        pack=pack.meta.title,
        version=pack.meta.version,
        digest=pack.digest,
        converter=__version__,
        inputs=tuple(inputs),
        figures={figure.id: noted(figure, amounts) for figure in resting(ids, ledger.find_any)},
        passages=tuple(dict.fromkeys(passage_of(line) for block in blocks for line in lines(block) if line)),
        prose=tuple(sorted(ledger.texts)),
    )


def noted(figure: Figure, amounts: Amounts) -> TracedFigure:
    """Return a figure and how it prints."""
    return TracedFigure(figure, "" if figure.value is None else amounts.text(figure.value, figure))
