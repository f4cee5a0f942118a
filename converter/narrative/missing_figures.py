"""The figures a report lacks: why, and what a person has to supply, by the cell or sentence it prints in."""

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from converter import messages
from converter.figures import Figure, Ledger, basis_of, item_of
from converter.narrative.supplement_entries import IN_LIST, Entries, of_column
from converter.rules import Lacks


class PrintedCell(Struct, frozen=True):
    """A cell of a report's table, by the words of the table, its row and its column."""

    table: str
    row: str
    column: str


class BlankCells(Struct, frozen=True):
    """Cells of a row of a table in which something is missing: what it is by the words of the columns, and
    what a person is advised to do.
    """

    table: str
    row: str
    columns: Mapping[str, str]
    advice: str

    @property
    def line(self) -> str:
        """What has to be supplied, in Chinese; the columns are named unless the cell is all its row."""
        named = messages.phrases.AND.join(filter(None, self.columns))
        return messages.filing.MISSING_CELLS.format(
            table=self.table,
            row=self.row,
            columns=messages.filing.MISSING_COLUMNS.format(columns=named) if named else "",
            advice=self.advice,
        )

    def without(self, supplied: Container[str]) -> "BlankCells":
        """Return the cells that are still blank once something is supplied."""
        return replace(self, columns={at: name for at, name in self.columns.items() if name not in supplied})


Obstacles = Mapping[str, tuple[Figure, ...]]
"""By the ids of points that were not given, the figures entered by which they can't be."""

NO_OBSTACLES: Obstacles = MappingProxyType({})


class MissingFigures:
    """What a report asked for in vain: figures of its cells and sentences, and texts of its cells.

    `lacking` says of what was not computed what it lacked, `answers` matches words in place of a figure,
    `obstacles` are what indicators can't be scored by; `self_score` is the basis of points that people give.
    """

    def __init__(
        self,
        ledger: Ledger,
        lacking: Mapping[str, Lacks],
        entries: Entries,
        answers: re.Pattern[str],
        obstacles: Obstacles = NO_OBSTACLES,
        self_score: str = "",
    ) -> None:
        self._ledger, self._lacking, self._entries, self._answers = ledger, lacking, entries, answers
        self._obstacles, self._self_score = obstacles, self_score
        self._cells: dict[tuple[str, str], dict[str, str]] = {}  # the ids by column, of each table and row
        self._figures: dict[str, None] = {}
        self._lists: dict[str, dict[str, None]] = {}  # those without rows, and what of

    def answer(self, figure_id: str) -> str:
        """Return the words a department gave in place of a figure, '' if it gave none or may not."""
        if figure_id in self._entries and not self._entries[figure_id].takes_words:
            return ""
        figure = self._ledger.find(figure_id)
        raw = figure.cell.raw if figure and figure.value is None and figure.cell else ""
        return raw.strip() if isinstance(raw, str) and self._answers.search(raw) else ""

    def wanting(self, figure_id: str) -> tuple[str, ...]:
        """Return the figures that must be supplied for one to be known.

        There are none if it cannot exist: the department says so, or what it rests on comes to nothing. Of
        points that were entered and refused, for an indicator can't have so many, it is the figure itself.
        """
        figure = self._ledger.find(figure_id)
        if (figure and figure.value is not None) or self.answer(figure_id):
            return ()
        if figure_id not in self._lacking:
            return (figure_id,)
        found: dict[str, None] = {}
        for lack in self._lacking[figure_id]:
            several = [(one,) if self._is_entered(one) else self.wanting(one) for one in lack]
            if all(several):
                found |= dict.fromkeys(next((one for one in several if self._can_enter(one)), several[0]))
        return tuple(found) or (figure_id,) * (figure_id in self._obstacles)

    def note(self, figure_id: str, place: PrintedCell | None = None) -> None:
        """Note that a figure is not there, printed in a cell or a sentence."""
        for wanted in self.wanting(figure_id) or (figure_id,):
            if place and wanted == figure_id and wanted not in self._obstacles:
                self._cells.setdefault((place.table, place.row), {})[place.column] = wanted
            else:
                self._figures[wanted] = None

    def note_text(self, name: str, place: PrintedCell) -> None:
        """Note that a cell's text is not there."""
        self._cells.setdefault((place.table, place.row), {})[place.column] = name

    def note_list(self, listed: str, of: str) -> None:
        """Note that a list has no rows, or none `of` a row of another list."""
        self._lists.setdefault(listed, {})[of] = None

    def blanks(self) -> Iterator[BlankCells]:
        """Yield the blank cells of each row of a table."""
        for (table, row), columns in self._cells.items():
            yield BlankCells(table, row, columns, self._advice(*columns.values()))

    def lines(self) -> list[str]:
        """Return what has to be supplied besides: a line for each list and each figure of no cell."""
        in_cells = {each for row in self._cells.values() for each in row.values()}
        return [
            *(
                messages.filing.MISSING_ROWS.format(
                    list=listed,
                    of=messages.filing.ROWS_OF.format(names=messages.phrases.AND.join(of)) if all(of) else "",
                    advice=self._advice(f"{listed}."),
                )
                for listed, of in self._lists.items()
            ),
            *(self._unscored(each) for each in self._figures if each in self._obstacles),
            *self._figure_lines(
                each
                for each in self._figures
                if each not in self._obstacles
                and each not in in_cells
                and item_of(each) not in self._lists
                and not self._is_entered(each)
            ),
        ]

    def _unscored(self, score_id: str) -> str:
        """Return the line for an indicator that can't be scored by what was entered."""
        places = messages.phrases.AND.join(
            messages.filing.OBSTACLE.format(
                figure=messages.filing.ITEM.format(item=item_of(figure.id), basis=basis_of(figure.id)),
                file=figure.cell.file,
                sheet=figure.cell.sheet,
                cell=figure.cell.cell,
                raw=figure.cell.text,
            )
            for figure in self._obstacles[score_id]
            if figure.cell
        )
        because = messages.filing.BECAUSE_OF.format(places=places) if places else ""
        entry = self._entries.get(f"{item_of(score_id)}.{self._self_score}")
        where = messages.filing.GIVE_POINTS.format(sheet=entry.sheet, row=entry.row) if entry else ""
        return messages.filing.UNSCORED.format(indicator=item_of(score_id), because=because, where=where)

    def _figure_lines(self, figures: Iterable[str]) -> list[str]:
        """Return a line for each figure; those that only tables can give, which come together, in one."""
        by_advice: dict[str, list[str]] = {}
        for figure in figures:
            advice = self._advice(figure)
            key = advice if advice == messages.filing.IN_TABLES else figure
            by_advice.setdefault(key, []).append(figure)
        named = messages.filing.ITEM.format
        return [
            messages.filing.MISSING_FIGURE.format(
                figures=messages.phrases.AND.join(
                    named(item=item_of(each), basis=basis_of(each)) for each in alike
                ),
                advice=self._advice(alike[0]),
            )
            for alike in by_advice.values()
        ]

    def texts(self, missing: Mapping[str, str]) -> dict[str, str]:
        """Return a line for each missing text, with the name by which it is missed; `missing` maps such
        names to the texts' own.
        """
        return {self._text_line(called, name): called for called, name in missing.items()}

    def _text_line(self, called: str, name: str) -> str:
        entry = self._entries.get(name)
        if entry is None:
            return called
        return messages.filing.MISSING_TEXT.format(name=called, sheet=entry.sheet, row=entry.row)

    def _is_entered(self, figure_id: str) -> bool:
        figure = self._ledger.find(figure_id)
        return figure is not None and figure.value is not None

    def _can_enter(self, figures: tuple[str, ...]) -> bool:
        return all(figure in self._entries for figure in figures)

    def _advice(self, wanted: str, *others: str) -> str:
        """Return where something is entered, with `others` of its row, and what where there is none of it."""
        listed, is_row, row = wanted.partition(IN_LIST)
        if is_row and (entry := self._entries.get(listed + IN_LIST)):
            name = row.rpartition("]")[0]
            rules: dict[str, list[str]] = {}
            for each in (wanted, *others):
                column = each.rpartition("].")[2]
                entered = self._entries.get(of_column(listed, column))
                if entered and entered.rule:
                    rules.setdefault(entered.rule, []).append(column)
            return messages.filing.IN_SUPPLEMENT.format(
                sheet=entry.sheet, row=name, rule=_joined(rules, with_columns=bool(others))
            )
        if entry := self._entries.get(item_of(wanted) + IN_LIST):
            return messages.filing.IN_LIST.format(sheet=entry.sheet)
        if entry := self._entries.get(wanted):
            rule = messages.phrases.THEN + entry.rule if entry.rule else ""
            return messages.filing.IN_SUPPLEMENT.format(sheet=entry.sheet, row=entry.row, rule=rule)
        return messages.filing.IN_TABLES


def _joined(rules: Mapping[str, Sequence[str]], *, with_columns: bool) -> str:
    """Return what to enter in the columns of a row."""
    return "".join(
        messages.phrases.THEN + messages.phrases.AND.join(columns) * with_columns + rule
        for rule, columns in rules.items()
    )
