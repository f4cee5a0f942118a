"""Shapes of pack.yaml, words.yaml and limits.yaml: what the pack is for, and what the engine itself needs."""

from typing import Annotated, Literal

from converter.pack.files.validation import Bounds
from converter.pack.shapes.shape import FileName, Pattern, Shape, TextList, ending, filled_with


class TextNames(Shape):
    """Under which names the texts that the engine itself needs are filed."""

    department: str
    year: str
    short: str
    problems: str
    remedies: str


class VariableNames(Shape):
    """What the engine's own values are called in templates."""

    year: str
    last_year: str
    department: str
    short: str
    grade: str
    deductions: str
    unscored: str
    problems: str
    remedies: str


class ExpectedForms(Shape):
    """The forms a complete filing holds: of the year's final accounts, its budget, the year before, ours.

    Of several joined by "|" any one is enough.
    """

    final: TextList
    budget: TextList
    prior: TextList
    supplement: TextList


class Meta(Shape):
    """What the pack is for, and the names the engine has to know.

    `region` and `years` are what it is for: the nation, a province, or a city of one, as in regions.yaml.
    `follows` names regulations and standards. `extends` names the pack this one states its differences from.
    `precedence` orders the forms' readings. `prior` stands before the basis of last year's figures, which
    `prior_forms` give. `report` makes the name of a report, `pending`, `to_supply` and `review` mark it.
    `texts` and `variables` name what the engine takes and gives, `money` and `ratio` the base units of
    amounts and of ratios. `score…` name the scorecard's figures and the texts with a person's reasons,
    `change_reason` those with reasons for changes.
    """

    title: str
    extends: str = ""
    region: str
    years: tuple[int, ...] = ()
    version: str
    confidence: Literal["", "A", "B", "C"] = ""
    follows: TextList
    precedence: TextList
    report: Annotated[FileName, filled_with("year", "department", needed=("year", "department"))]
    pending: FileName
    to_supply: FileName
    review: FileName
    prior: str
    prior_forms: TextList
    supplement_file: Annotated[FileName, ending(".xlsx")]
    names_file: FileName
    expected: ExpectedForms
    texts: TextNames
    variables: VariableNames
    money: str
    ratio: str
    score: str
    full: str
    lost: str
    self_score: str
    score_reason: str
    change_reason: str
    score_full: str
    score_total: str
    score_unit: str


class Words(Shape):
    """What the engine itself writes into a report.

    - `subject`: what all its reports are about.
    - `unknown_figure`: stands for a figure to be supplied; `none`: in cells of which there is nothing.
    - `no_figure`: in a cell for a figure that cannot exist; `no_figure_note` below the table explains it, for
      indicators that a person scores `no_value_note`; `note` opens a note.
    - `headings`: numbering patterns by level, with `words` in Chinese numerals and `number` in Arabic;
      `subheading` recognises a department's own numbered sub-heading, `point` the ordinal before one of its
      points; `heading_fillers` do not change what a heading means.
    - `holds_place`: a pattern of words that only hold the place of a text, `nothing` of those that say that
      there is none.
    - `unsettled`: said of a finding that is still to be seen to.
    - `any_year`: stands for a year in blank forms.
    """

    subject: str
    unknown_figure: str
    no_figure: str
    no_figure_note: Annotated[str, filled_with("reasons")]
    no_value_note: Annotated[str, filled_with("reasons")]
    no_figure_reasons: Annotated[str, filled_with("reasons")]
    no_figure_reason: Annotated[str, filled_with("rows", "column", "reason")]
    note: str
    none: str
    missing_text: Annotated[str, filled_with("name", needed=("name",))]
    attachments: str
    attachment: Annotated[str, filled_with("number", "title")]
    annex: Annotated[str, filled_with("number")]
    cover_line: Annotated[str, filled_with("name", "value", needed=("name", "value"))]
    contacts: Annotated[str, filled_with("contacts")]
    contact: Annotated[str, filled_with("name", "value")]
    headings: tuple[Annotated[str, filled_with("words", "number")], ...]
    subheading: Pattern
    heading_fillers: tuple[str, ...]
    point: Pattern
    holds_place: Pattern
    nothing: Pattern
    unsettled: tuple[str, ...]
    any_year: str
    any_last_year: str


_Count = Annotated[int, Bounds(gt=0, lt=2**62)]


class Limits(Shape):
    """Bytes and parts of a file, bytes of its unpacked content; cells and merged ranges of a sheet;
    seconds and bytes of memory a task; characters and numbers of a report that is checked.
    """

    file_bytes: _Count
    unpacked_bytes: _Count
    members: _Count
    sheet_cells: _Count
    sheet_merges: _Count
    task_seconds: Annotated[int, Bounds(gt=0, le=1_000_000)]
    task_memory_bytes: _Count
    report_characters: _Count
    report_numbers: _Count
