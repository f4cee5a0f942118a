"""Report tables from the pack's descriptions: items × bases, scorecard lines, or free grids."""

from collections.abc import Callable, Iterator
from itertools import groupby

from converter.figures import Figure, Ledger
from converter.narrative.blocks import Align, Cell, Run, Runs, Table
from converter.narrative.deductions import Lacking, applied_runs, reason_runs
from converter.narrative.placeholders import clean
from converter.pack import Amounts, GridCell, GridRow, Pack, ReportTable
from converter.rules import Score, ScoredCard

Render = Callable[[str], Runs]
Condition = Callable[[str], bool]


class Tables:
    """Builds the report tables of one department.

    `render` fills the slots of fixed texts, `holds` tells a condition, `lacking` notes what is missing.
    """

    def __init__(
        self,
        pack: Pack,
        amounts: Amounts,
        ledger: Ledger,
        result: ScoredCard,
        render: Render,
        holds: Condition,
        lacking: Lacking,
    ) -> None:
        self._pack, self._amounts, self._ledger, self._result = pack, amounts, ledger, result
        self._render, self._holds, self._lacking = render, holds, lacking

    def build(self, name: str) -> Table:
        """Return the table `name` of the pack."""
        table = self._pack.tables[name]
        return Table(
            caption=self._words(table.caption),
            unit=table.unit,
            widths=table.widths,
            header=tuple(self._row(row) for row in table.header),
            body=(*self._items(table), *self._scores(table), *(self._row(row) for row in table.grid)),
            note=self._words(table.note),
        )

    def _row(self, row: GridRow) -> tuple[Cell, ...]:
        return tuple(self._cell(cell) for cell in row)

    def _cell(self, cell: GridCell | str) -> Cell:
        if isinstance(cell, str):
            return Cell(self._render(cell))
        align = Align(cell.align or (Align.RIGHT if cell.figure else Align.CENTER))
        if cell.figure:
            runs: Runs = (self._figure(self._ledger.find(cell.figure)),)
        elif cell.words:
            text = self._ledger.texts.get(cell.words)
            runs = (Run(clean(text.value) if text else ""),)
        else:
            runs = self._render(cell.text)
        return Cell(runs, cell.columns, cell.rows, align)

    def _words(self, text: str) -> str:
        return "".join(run.text for run in self._render(text))

    def _figure(self, figure: Figure | None) -> Run:
        """Return the number alone: the table's head states the unit."""
        if figure is None or figure.value is None:
            return Run("")
        return Run(self._amounts.number(figure.value, figure), figure.id, figure.value)

    def _items(self, table: ReportTable) -> Iterator[tuple[Cell, ...]]:
        for row in table.items:
            if not row.when or self._holds(row.when):
                figures = (self._ledger.find(f"{row.item}.{basis}") for basis in table.bases)
                cells = (Cell((self._figure(figure),), align=Align.RIGHT) for figure in figures)
                yield (Cell((Run(row.label),)), *cells)

    def _scores(self, table: ReportTable) -> Iterator[tuple[Cell, ...]]:
        if not table.scores:
            return
        for first, block in groupby(self._result.scores, lambda score: score.groups[0]):
            lines = list(block)
            opening: list[Cell] = [Cell((Run(first),), rows=len(lines))]
            for second, part in groupby(lines, lambda score: score.groups[1]):
                scores = list(part)
                opening.append(Cell((Run(second),), rows=len(scores)))
                for score in scores:
                    yield (*opening, *(self._score(score, column) for column in table.scores))
                    opening = []
        yield self._row(table.total)

    def _score(self, score: Score, column: str) -> Cell:
        align = Align.LEFT if column in ("standard", "reason") else Align.CENTER
        return Cell(self._of_score(score, column), align=align)

    def _of_score(self, score: Score, column: str) -> Runs:
        match column:
            case "name":
                return (Run(score.name),)
            case "full":
                return (self._figure(self._ledger.find(f"{score.name}.{self._pack.meta.full}")),)
            case "standard":
                return (Run(score.standard),)
            case "value":
                return (self._figure(score.value),)
            case "points":
                return (self._figure(self._ledger.find(score.id)),)
        return applied_runs(score) or reason_runs(score, self._pack.meta.score_reason, self._lacking)
