"""The figures a report lacks: why, and what a person has to supply, by the cell or sentence it prints in."""

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from msgspec import Struct

from converter import messages
from converter.figures import Figure, Ledger, basis_of, item_of
from converter.pack import Pack, cells_in, for_any_year
from converter.rules import Lacks


class Entry(Struct, frozen=True):
    """The sheet and the row of the supplement in which a figure or text is entered, and what an empty cell
    of it asks for; `takes_words` where words may stand in place of a figure.
    """

    sheet: str
    row: str
    rule: str
    takes_words: bool = True


Entries = Mapping[str, Entry]
"""Where figures and texts are entered, by their ids or names."""


class PrintedCell(Struct, frozen=True):
    """A cell of a report's table, by the words of the table, its row and its column."""

    table: str
    row: str
    column: str


_IN_LIST = "["  # between a list and a row of it, in the id of what the row holds


def entries_of(pack: Pack) -> Entries:
    """Return where each figure and text of the supplement is entered; of several places the first.

    For the rows of a list, whatever they are, there is one entry.
    """
    found: dict[str, Entry] = {}
    rules = messages.filing
    for name, sheet in pack.supplement.items():
        if sheet.list:
            found.setdefault(sheet.list + _IN_LIST, Entry(name, "", rules.FILL_CELL))
        for entry in sheet.entries:
            for suffix in (*sheet.figures.values(), *sheet.words.values()):
                amount = rules.FILL_POINTS if sheet.scored else rules.FILL_AMOUNT
                rule = amount if suffix in sheet.figures.values() else rules.FILL_WORDS
                is_whole = not suffix or "." in entry.target
                target = entry.target if is_whole else f"{entry.target}.{suffix}"
                found.setdefault(target, Entry(name, entry.label, rule, not sheet.scored))
        for row in pack.tables[sheet.grid].grid if sheet.grid else ():
            shapes = cells_in(row)
            for shape in shapes:
                if target := shape.figure or shape.words:
                    rule = rules.FILL_CELL if shape.figure else rules.FILL_WORDS
                    found.setdefault(target, Entry(name, for_any_year(shapes[0].text, pack), rule))
    return found


Obstacles = Mapping[str, tuple[Figure, ...]]
"""By the ids of points that were not given, the figures entered by which they can't be."""

NO_OBSTACLES: Obstacles = MappingProxyType({})


class MissingFigures:
    """What a report asked for in vain: figures of its cells and sentences, and texts of its cells.

    `lacking` says of what was not computed what it lacked, `answers` matches words in place of a figure,
    `obstacles` are what indicators can't be scored by.
    """

    def __init__(
        self,
        ledger: Ledger,
        lacking: Mapping[str, Lacks],
        entries: Entries,
        answers: re.Pattern[str],
        obstacles: Obstacles = NO_OBSTACLES,
    ) -> None:
        self._ledger, self._lacking, self._entries, self._answers = ledger, lacking, entries, answers
        self._obstacles = obstacles
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

    def lines(self) -> list[str]:
        """Return what has to be supplied: a line for each list, each row of a table and each other figure."""
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
            *(
                messages.filing.MISSING_CELLS.format(
                    table=table,
                    row=row,
                    columns=_columns(columns),
                    advice=self._advice(next(iter(columns.values()))),
                )
                for (table, row), columns in self._cells.items()
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
        return messages.filing.UNSCORED.format(indicator=item_of(score_id), because=because)

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

    def _advice(self, wanted: str) -> str:
        listed, is_row, row = wanted.partition(_IN_LIST)
        if is_row and (entry := self._entries.get(listed + _IN_LIST)):
            name = row.rpartition("]")[0]
            return messages.filing.IN_SUPPLEMENT.format(sheet=entry.sheet, row=name, rule=entry.rule)
        if entry := self._entries.get(item_of(wanted) + _IN_LIST):
            return messages.filing.IN_LIST.format(sheet=entry.sheet)
        if entry := self._entries.get(wanted):
            return messages.filing.IN_SUPPLEMENT.format(sheet=entry.sheet, row=entry.row, rule=entry.rule)
        return messages.filing.IN_TABLES


def _columns(columns: Iterable[str]) -> str:
    """Return the columns in words, nothing for a cell that is all its row."""
    named = messages.phrases.AND.join(filter(None, columns))
    return messages.filing.MISSING_COLUMNS.format(columns=named) if named else ""
