"""Shapes of forms/*.yaml and labels.yaml: which figures stand where in a form, how its frame is worded."""

from enum import StrEnum

from converter.pack.shape import Pattern, Shape, TextList


class FormKind(StrEnum):
    """What a form tells about the year it is for."""

    FINAL = "final"
    BUDGET = "budget"
    SUPPLEMENT = "supplement"


class FormRow(Shape):
    """A labelled row: its labels or codes, and the label after which it must stand.

    `after` tells doubled labels apart.
    """

    labels: TextList
    after: str = ""


class DetailRowKey(StrEnum):
    """What makes a row a detail row: a classification code, or an ordinal in words."""

    CODE = "code"
    ORDINAL = "ordinal"


class DetailRows(Shape):
    """Detail rows to lift besides the named ones, as lines of `group`, down to label `until`."""

    group: str
    by: DetailRowKey = DetailRowKey.CODE
    until: str = ""


class Block(Shape):
    """One part of a form: which panel it is in, which columns and rows become which figures.

    `columns` maps a basis (or a whole `item.basis` id) to column patterns in order of preference; a
    pattern is header words joined by " + ", all of which the column's header path must contain, with
    "|" between words of which one will do. `within` is such a pattern for the panel.
    `rows` maps an item to row labels or codes; a whole id as key takes the first column only, a
    whole id as column makes the row's key no more than a name. A block without rows takes its
    figures from the first data row that states any. `anchor` is the header word that starts a block stacked
    below others. `texts` blocks hold words instead of figures.
    """

    within: str = ""
    anchor: str = ""
    columns: dict[str, TextList]
    rows: dict[str, FormRow | TextList] = {}
    lines: DetailRows | None = None
    unit: str = ""
    texts: bool = False


class Form(Shape):
    """A standard form: the titles it goes by and its blocks.

    `blank_is_nil` says that, by the custom of the public tables, an empty cell of a table that
    holds any amount means nil; else it means that nothing was filled in.
    """

    titles: TextList
    kind: FormKind
    blocks: tuple[Block, ...]
    blank_is_nil: bool = False


class KeyColumns(Shape):
    """Header words of the columns that identify a row, and of those to pass over."""

    label: TextList
    code: TextList
    skip: TextList


class TitleBlockWords(Shape):
    """How the lines above a table are worded.

    `drop`: words about a title that do not change which form it is; `stop`: words before it that do.
    `number`: how a table's number reads. `furniture`: how the other lines of a printed page begin.
    `unread`: titles of known forms this converter has no use for. `placeholder`: what stands for a
    department's name in a form not filled in.
    """

    unit: TextList
    department: TextList
    drop: TextList
    number: TextList
    furniture: TextList
    stop: TextList
    unread: TextList
    placeholder: TextList


class ScopeMarks(Shape):
    """How names, files and folders are marked that hold the `whole` of a department, or its `own` accounts
    without those of its subordinate units. Both are patterns.
    """

    whole: TextList
    own: TextList


class Labels(Shape):
    """The words of a form's frame.

    `ordinal` is a pattern of the numbering before a label, `counted` of the numbering that makes a
    row a detail row. `this_year`/`last_year` replace a year printed in a label. `empty_table`
    are patterns of the sentence at a table that has no data on purpose.
    """

    key_columns: KeyColumns
    head: TitleBlockWords
    caliber: ScopeMarks
    nil: TextList
    ordinal: Pattern
    counted: Pattern
    this_year: str
    last_year: str
    empty_table: TextList
