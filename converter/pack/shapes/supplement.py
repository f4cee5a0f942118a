"""Shape of supplement.yaml: the sheets of the supplement, and the form each is read back as."""

from collections.abc import Mapping
from typing import Literal

from converter.pack.shapes.forms import Form, FormBlock, FormKind, FormRow
from converter.pack.shapes.lists import RowList
from converter.pack.shapes.shape import NumberText, Shape, TextList


class SupplementEntry(Shape):
    """One row a person fills in: its label, and what goes into each column.

    `choices` are offered in a list, `least` and `most` bound a number, `tip` says what to fill in, `example`
    shows it. An entry may be `required`, `optional`, or asked for only where there is something to say: so
    not where the figure `unless_nil` is nil. Words that say that there is nothing are an answer where it
    `may_be_none`; words in place of a number, that it does not apply or why, where it `may_not_apply`.
    """

    label: str
    target: str
    tip: str = ""
    choices: TextList = ()
    least: NumberText = ""
    most: NumberText = ""
    need: Literal["required", "optional", "conditional"] = "required"
    example: str = ""
    unless_nil: str = ""
    may_be_none: bool = False
    may_not_apply: bool = False


class SupplementSheet(Shape):
    """A sheet of the supplement: written blank, read back as a standard form.

    `key` heads the column of labels. `figures` maps header words to the basis of the figures under them,
    `words` to the suffix of the texts under them (empty: the entry's target is the text's name). A `scored`
    sheet has an entry for every indicator that a person scores, or may have to. `grid` names the report table
    whose cells are the sheet, `list` the list whose rows it has: its columns are those of that. `lasting` are
    the targets whose last year's answers are proposed again.
    """

    title: str
    note: str
    key: str = ""
    figures: dict[str, str] = {}
    words: dict[str, str] = {}
    entries: tuple[SupplementEntry, ...] = ()
    scored: bool = False
    grid: str = ""
    list: str = ""
    unit: str = ""
    lasting: TextList = ()

    def form(self, lists: Mapping[str, RowList]) -> Form:
        """Return the form as which the sheet is read back; `lists` are those of the pack."""
        if self.list in lists:
            listed: dict[str, tuple[str, ...]] = {column: (column,) for column in lists[self.list].columns}
            block = FormBlock(list=self.list, columns=listed, unit=self.unit)
            return Form(titles=(self.title,), kind=FormKind.SUPPLEMENT, blocks=(block,))
        rows: dict[str, FormRow | tuple[str, ...]] = {entry.target: (entry.label,) for entry in self.entries}
        figures: dict[str, tuple[str, ...]] = {basis: (header,) for header, basis in self.figures.items()}
        words: dict[str, tuple[str, ...]] = {suffix: (header,) for header, suffix in self.words.items()}
        blocks = [FormBlock(columns=figures, rows=rows, unit=self.unit)] if figures else []
        blocks += [FormBlock(columns=words, rows=rows, texts=True)] if words else []
        return Form(titles=(self.title,), kind=FormKind.SUPPLEMENT, blocks=tuple(blocks))
