"""Shapes of forms/*.yaml, labels.yaml, codes.yaml: where figures stand, words of a frame, names of codes."""

from enum import StrEnum
from typing import Annotated

from converter.pack.shapes.shape import Pattern, Shape, TextList, written


class FormKind(StrEnum):
    """What the figures of a form are: accounts, a budget, or what the department adds."""

    FINAL = "final"
    BUDGET = "budget"
    SUPPLEMENT = "supplement"


_CODE = r"\d{2,3} [^,|\s]+(\|[^,|\s]+)*+"
CodeLine = Annotated[str, written(rf"{_CODE}(, {_CODE})*+")]
"""The parts of a code: the digits that each has more, a blank, and its names, the present one first."""


class FormRow(Shape):
    """A labelled row.

    - `labels`: its labels or codes; `after`: the label it stands below, where labels recur.
    - `followed_by`: the labels of all rows that may follow it, where others would make it another row.
    - `may_head`: it may head those below it, and then has no amount if blank or a dash; elsewhere a dash
      means nil.
    - `column`: where the row is for a whole id, the one of the block's columns that gives it; else the first.
    """

    labels: TextList
    after: str = ""
    followed_by: TextList = ()
    may_head: bool = False
    column: str = ""


class DetailRowKey(StrEnum):
    """What makes a row a detail row: a classification code, or a Chinese ordinal before its label."""

    CODE = "code"
    ORDINAL = "ordinal"


class DetailRows(Shape):
    """Detail rows to read beside the named ones: they belong to `group` and end before the label `until`.

    `codes` is what the codes of its classification begin with.
    """

    group: str
    codes: str = ""
    by: DetailRowKey = DetailRowKey.CODE
    until: str = ""


class FormBlock(Shape):
    """One part of a form: which of its columns and rows give which figures.

    - `within`: the pattern of the panel that the block is in; `anchor`: the header word that begins it, where
      it stands below others.
    - `columns`: by basis, or by a whole `item.basis` id, the patterns of a column in order of preference. A
      pattern is header words joined by " + ", all of which are in the column's head; of words joined by "|"
      one is enough.
    - `rows`: by item, the labels or codes of its row. A row whose key is a whole id takes the first column
      only, or the one it names; beside a column that is a whole id, the key is no more than a name. A block
      without rows takes its figures from the first row that states any.
    - `detail_rows`: the rows to read beside these.
    - `list`: the list of lists.yaml that the rows are; `columns` are then columns of that.
    - `unit`: the unit of its amounts, where it is not that of the sheet.
    - `texts`: whether it holds words, not figures; `turned`: whether its columns may be printed as rows.
    - `other_items`: items of other tables. A table with a column or row of one has totals that sum them up as
      well, and that are none of the block's.
    """

    within: str = ""
    anchor: str = ""
    columns: dict[str, TextList]
    rows: dict[str, FormRow | TextList] = {}
    detail_rows: DetailRows | None = None
    list: str = ""
    unit: str = ""
    texts: bool = False
    turned: bool = False
    other_items: TextList = ()


class Form(Shape):
    """A standard form: the titles it goes by and its blocks.

    `alike` are titles that other tables have as well: with one of them a table is of this form if its heads
    and rows are. `blank_is_nil`: in a table that holds any amount an empty cell means nil, as is the custom
    in published tables; otherwise it means that nothing was filled in.
    """

    titles: TextList
    alike: TextList = ()
    kind: FormKind
    blocks: tuple[FormBlock, ...]
    blank_is_nil: bool = False


class KeyColumns(Shape):
    """Header words of the columns that identify a row, name its `unit`, and of columns to skip.

    `patterns` are those of whole words that stand for a name of a column. `aside` are columns that say what a
    row is by another classification: they count where no other does.
    """

    label: TextList
    code: TextList
    skip: TextList
    patterns: dict[str, Pattern] = {}
    aside: TextList = ()
    unit: TextList = ()


class TitleBlockWords(Shape):
    """How the lines above a table are worded.

    - `unit`, `department`: stand before a unit and a department, the latter with words of `department_before`
      and `department_behind` around it.
    - `unit_behind`: patterns of what stands behind a unit that is stated first.
    - `measures`: units beside those of the pack, which stand where a department may and name none.
    - `placeholder`: stands for the department in a form that is not filled in.
    - `drop`: words around a title that do not change which form it is; `stop`: words before it that do.
    - `unused`: the titles of known forms that are not used.
    - `number`: how a table's number reads; `page_frame`: how the other lines of a printed page begin.
    - `published`: patterns of a year in which something was published.
    """

    unit: TextList
    unit_behind: TextList
    department: TextList
    department_before: TextList
    department_behind: TextList
    drop: TextList
    number: TextList
    page_frame: TextList
    stop: TextList
    unused: TextList
    published: TextList
    measures: TextList
    placeholder: TextList


class TitleWords(Shape):
    """The words titles are made of; a title of known words is known, listed or not.

    - `scopes` (whose money), `subjects` (what about it), `kinds`: what a title says, each with its spellings.
      One with several particular scopes says `several_scopes`; `general` scopes and subjects say nothing
      beside another.
    - `companions`: subjects that tables of another subject have as well, in further columns or rows.
    - `table`: the words for a table, which every title has; `detail`: those for a detailed one.
    - `fillers`: words that change nothing; `other`: words that make it another table than the rest says.
    """

    scopes: dict[str, TextList]
    several_scopes: str
    subjects: dict[str, TextList]
    kinds: dict[FormKind, TextList]
    general: TextList
    companions: TextList
    table: TextList
    detail: TextList
    fillers: TextList
    other: TextList


class ScopePatterns(Shape):
    """Patterns that mark names, files and folders by scope: the `whole` department, or its `own` accounts,
    which are those without its budget units.
    """

    whole: TextList
    own: TextList


class OrganisationWords(Shape):
    """Words about names of departments.

    - `suffixes`: words behind a name that are no part of it; `endings`: how organisations end.
    - `places`: what the name of a place ends in, before that of an organisation.
    - `general`: words that say nothing of what an organisation is for.
    - `tell_apart`: characters by which organisations of almost the same name differ.
    - `no_name`: patterns of words that name no organisation, as in the name of a folder.
    """

    suffixes: TextList
    endings: TextList
    places: TextList
    general: TextList
    tell_apart: TextList
    no_name: TextList


class Labels(Shape):
    """The words of a form's frame.

    Of labels:
    - `heading_note`: a pattern of what may stand in brackets behind a block's heading; `filling_note`: of a
      word to whoever fills in the form, behind a label.
    - `kind_words`: tell two labels apart that are alike in all else.
    - `total`: labels of a row that sums up others; `whole`: more words of heads and rows that say no more
      than “all of it”.
    - `ordinal`: a pattern of the numbering before a label; `counted`: of one that makes a row a detail row.
    - `this_year`, `last_year`: replace a year in a label.

    Of heads:
    - `heads`: header words by the kind of figures below them; `sums`: those of which any stands for the
      others.
    - `carried_over`: a pattern of heads over what was carried over from last year.

    Of rows and cells:
    - `classes`: the names of the classes of expenditure, which make detail rows where no row is counted.
    - `nil`: signs for nil; `answer`: a pattern of words in place of a figure that say why there is none,
      `elsewhere`: that it stands elsewhere; `rough`: of the words that make a number a rough one.

    Of tables and files:
    - `empty_table`: patterns of the sentence beside a table that has no data on purpose.
    - `copies`, `revised`: patterns of marks by which a file's name says that it is a copy, a later draft.
    """

    key_columns: KeyColumns
    heading_note: Pattern
    filling_note: Pattern
    title_block: TitleBlockWords
    title: TitleWords
    scope: ScopePatterns
    organisation: OrganisationWords
    heads: dict[FormKind, TextList]
    classes: TextList
    kind_words: TextList
    total: TextList
    whole: TextList
    sums: TextList
    carried_over: Pattern
    copies: TextList
    revised: TextList
    nil: TextList
    answer: Pattern
    rough: Pattern
    elsewhere: Pattern
    ordinal: Pattern
    counted: Pattern
    this_year: str
    last_year: str
    empty_table: TextList
