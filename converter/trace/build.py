"""The trail of one report: what it prints, and all that is computed from."""

from collections.abc import Iterable, Sequence

from converter import __version__
from converter.figures import Figure, Ledger
from converter.narrative.blocks import Block, printed_runs
from converter.pack import Amounts, Pack
from converter.trace.printed_lines import printed_lines
from converter.trace.trail import Input, TracedFigure, Trail, with_inputs


def build_trail(
    blocks: Sequence[Block],
    ledger: Ledger,
    pack: Pack,
    amounts: Amounts,
    inputs: Iterable[Input],
) -> Trail:
    """Return the trail of a report whose blocks are as the program wrote them; its occurrences are added when
    the report is written.
    """
    ids = dict.fromkeys(run.figure for block in blocks for run in printed_runs(block))
    return Trail(
        department=ledger.department,
        year=ledger.year,
        pack=pack.meta.title,
        version=pack.meta.version,
        digest=pack.digest,
        converter=__version__,
        inputs=tuple(inputs),
        figures={figure.id: traced(figure, amounts) for figure in with_inputs(ids, ledger.find_any)},
        generated=tuple(printed_lines(blocks)),
    )


def traced(figure: Figure, amounts: Amounts) -> TracedFigure:
    """Return a figure and how it prints."""
    return TracedFigure(figure, "" if figure.value is None else amounts.text(figure.value, figure))
