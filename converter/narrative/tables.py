"""Report tables from the pack's descriptions: items × bases, scorecard lines, or free grids."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec.structs import replace

from converter import messages
from converter.figures import ListRow
from converter.narrative.blocks import Align, Cell, Table, TextRun, TextRuns, unmarked
from converter.narrative.deductions import applied_runs, reason_runs
from converter.narrative.grid_columns import (
    NO_HEADS,
    NONE_COVERED,
    Covered,
    Heads,
    columns_of,
    covered_below,
    lowest_words,
    words_of,
)
from converter.narrative.list_spans import spans_of
from converter.narrative.missing_figures import PrintedCell
from converter.narrative.templates.compiler import FilledTexts
from converter.narrative.templates.context import TemplateContext
from converter.pack import GridCell, GridRow, ReportTable, cells_in
from converter.rules import Score, ScoredCard


class Tables:
    """Builds the report tables of one department; what they lack is noted in the `context`."""

    def __init__(self, context: TemplateContext, result: ScoredCard, filled: FilledTexts) -> None:
        self._pack, self._amounts, self._ledger = context.pack, context.amounts, context.ledger
        self._missing, self._lacking = context.missing_figures, context.lacking
        self._result, self._filled = result, filled

    def build(self, name: str, of: ListRow | None = None) -> Table:
        """Return the table `name` of the pack, `of` a row of a list; what its cells lack is noted."""
        self._of = of
        table = self._pack.tables[name]
        self._unit = self._amounts.unit_in(table.unit)
        caption, header = self._words(table.caption), tuple(self._row(row) for row in table.header)
        title = caption or name
        self._without_figure: list[tuple[PrintedCell, str]] = []
        self._without_value = False
        body = (
            *self._items(table, title, lowest_words(header)),
            *self._scores(table, title),
            *self._grid(table.grid, title),
            *self._listed(table, title, lowest_words(header)),
            *self._grid(table.below, title),
        )
        return Table(caption, table.unit, table.widths, header, body, self._note(table))

    def _row(
        self, row: GridRow, title: str = "", heads: Heads = NO_HEADS, covered: Covered = NONE_COVERED
    ) -> tuple[Cell, ...]:
        """Return a row whose cells stand below `heads`, by column, where none from above is `covered`."""
        cells: list[Cell] = []
        label = ""
        shapes = cells_in(row)
        for at, shape in zip(columns_of(shapes, covered), shapes, strict=True):
            cells.append(self._cell(shape, PrintedCell(title, label, heads.get(at, "")), self._of))
            label = label or words_of(cells[0].runs)
        return tuple(cells)

    def _cell(self, shape: GridCell, place: PrintedCell, of: ListRow | None = None) -> Cell:
        """Return a cell; one of a column of a list is that of the row it is `of`."""
        if of and shape.column and shape.column not in self._pack.lists[of.list_name].words:
            figure = f"{of.id}.{shape.column}"
            shape = replace(shape, figure=figure)
        if shape.none_when and self._filled.holds(shape.none_when):
            runs: TextRuns = (TextRun(self._pack.words.none),)
        elif shape.figure:
            runs = (self._figure(shape.figure, place, shape.otherwise),)
        elif shape.words:
            runs = (self._text(shape.words, place),)
        elif of and shape.column:
            runs = (self._words_of_row(of, shape.column, place),)
        else:
            runs = self._filled.runs(shape.text)
        is_number = any(run.figure for run in runs)
        align = Align(shape.align or (Align.RIGHT if shape.figure and is_number else Align.CENTER))
        return Cell(runs, shape.columns, shape.rows, align, shape.indent)

    def _text(self, name: str, place: PrintedCell) -> TextRun:
        text = self._ledger.texts.get(name)
        if text and (written := _lines(text.value)):
            return TextRun(written, written=True)
        self._missing.note_text(name, replace(place, row=name, column=""))
        return self._box(name, name)

    def _words_of_row(self, row: ListRow, column: str, place: PrintedCell) -> TextRun:
        text = row.texts.get(column)
        if text and (written := _lines(text.value)):
            return TextRun(written, written=True)
        if self._pack.lists[row.list_name].columns[column].optional:
            return TextRun("")
        self._missing.note_text(f"{row.id}.{column}", place)
        return self._box(column, f"{row.id}.{column}")

    def _box(self, name: str, text: str) -> TextRun:
        """Return the mark of a `text` that is missing, as it stands in paragraphs."""
        return TextRun(self._pack.words.missing_text.format(name=name), missing=text)

    def _note(self, table: ReportTable) -> str:
        """Return what stands below a table: also why there are cells without a figure."""
        words, note = self._pack.words, self._words(table.note)
        if not self._without_figure:
            return note
        rows: dict[tuple[str, str], list[str]] = {}
        for place, reason in self._without_figure:
            if reason:
                rows.setdefault((place.column, unmarked(reason)), []).append(place.row)
        reasons = messages.phrases.THEN.join(
            words.no_figure_reason.format(rows=messages.phrases.AND.join(named), column=column, reason=reason)
            for (column, reason), named in rows.items()
        )
        given = words.no_figure_reasons.format(reasons=reasons) if reasons else ""
        own = words.no_value_note if self._without_value else words.no_figure_note
        return (note or words.note) + own.format(reasons=given)

    def _words(self, text: str) -> str:
        return "".join(run.text for run in self._filled.runs(text))

    def _figure(self, figure_id: str, place: PrintedCell, otherwise: str = "") -> TextRun:
        """Return the number alone: the table's head states the unit."""
        figures = (self._ledger.find(each) for each in (figure_id, otherwise))
        figure = next((each for each in figures if each and each.value is not None), None)
        if figure and figure.value is not None:
            return TextRun(self._amounts.below(self._unit, figure.value, figure), figure.id, figure.value)
        if self._missing.wanting(figure_id):
            self._missing.note(figure_id, place)
            return TextRun(self._pack.words.unknown_figure, missing=figure_id)
        self._without_figure.append((place, self._missing.answer(figure_id)))
        return TextRun(self._pack.words.no_figure)

    def _items(self, table: ReportTable, title: str, heads: Heads) -> Iterator[tuple[Cell, ...]]:
        for row in table.items:
            if not row.when or self._filled.holds(row.when):
                shapes = (GridCell(figure=f"{row.item}.{basis}") for basis in table.bases)
                yield self._row((GridCell(text=row.label), *shapes), title, heads)

    def _grid(self, rows: Sequence[GridRow], title: str) -> Iterator[tuple[Cell, ...]]:
        """Yield the rows of a free grid; one without figures and texts heads those below it."""
        heads, covered = NO_HEADS, NONE_COVERED
        for row in rows:
            cells = self._row(row, title, heads, covered)
            if not any(shape.figure or shape.words or shape.column for shape in cells_in(row)):
                heads = lowest_words((cells,), covered)
            covered = covered_below(cells, covered)
            yield cells

    def _listed(self, table: ReportTable, title: str, heads: Heads) -> Iterator[tuple[Cell, ...]]:
        """Yield a row for each of a list; that there is none is noted as missing."""
        if table.rows is None:
            return
        listed, shapes = self._pack.lists[table.rows.list], cells_in(table.rows.cells)
        rows = self._ledger.rows_of(table.rows.list, self._of)
        if not rows:
            self._missing.note_list(table.rows.list, self._of.name if self._of else "")
            yield (Cell((self._box(table.rows.list, table.rows.list),), len(table.widths)),)
        spans = spans_of(rows, [shape.column for shape in shapes], listed)
        for row, span in zip(rows, spans, strict=True):
            at, cells = 0, list[Cell]()
            for shape, below in zip(shapes, span, strict=True):
                if below:
                    cell = self._cell(shape, PrintedCell(title, row.name, heads.get(at, "")), row)
                    cells.append(replace(cell, rows=below))
                at += shape.columns
            yield tuple(cells)

    def _scores(self, table: ReportTable, title: str) -> Iterator[tuple[Cell, ...]]:
        if not table.scores:
            return
        for first, block in groupby(self._result.scores, lambda score: score.groups[0]):
            lines = list(block)
            opening: list[Cell] = [Cell((TextRun(first),), rows=len(lines))]
            for second, part in groupby(lines, lambda score: score.groups[1]):
                scores = list(part)
                opening.append(Cell((TextRun(second),), rows=len(scores)))
                for score in scores:
                    yield (*opening, *(self._score(score, column, title) for column in table.scores))
                    opening = []
        yield self._row(table.total, title)

    def _score(self, score: Score, column: str, title: str) -> Cell:
        align = Align.LEFT if column in ("standard", "reason") else Align.CENTER
        return Cell(self._of_score(score, column, PrintedCell(title, score.name, "")), align=align)

    def _of_score(self, score: Score, column: str, place: PrintedCell) -> TextRuns:
        match column:
            case "name":
                return (TextRun(score.name),)
            case "full":
                return (self._figure(f"{score.name}.{self._pack.meta.full}", place),)
            case "standard":
                return (TextRun(score.standard),)
            case "value":
                return (self._value(score, place),)
            case "points":
                return (self._figure(score.id, place),)
        applied = applied_runs(score)[-1:]  # the figure judged stands in a column of its own
        return applied or reason_runs(score, self._pack.meta.score_reason, self._lacking)

    def _value(self, score: Score, place: PrintedCell) -> TextRun:
        """Return the figure judged; there is none where a person gives the points, or there is nothing."""
        if score.value and score.value.value is not None:
            return TextRun(
                self._amounts.text(score.value.value, score.value), score.value.id, score.value.value
            )
        if score.points is None:
            return self._figure(score.id, place)
        self._without_figure.append((place, ""))
        self._without_value = True
        return TextRun(self._pack.words.no_figure)


def _lines(text: str) -> str:
    """Return a department's text as a cell prints it: without blank lines."""
    return "\n".join(line for line in unmarked(text).splitlines() if line.strip())
