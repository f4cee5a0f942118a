"""The data of the page: records that become named JSON, read by `template/data.js`."""

from msgspec import Struct

from converter.overview.rows import RowFile


class PageColumn(Struct, frozen=True):
    """A column of the table of departments: `kind` says how it is set, an `optional` one may be left out, a
    `varied` one where it is the same for everyone.
    """

    key: str
    head: str
    kind: str
    optional: bool
    varied: bool


class PageChart(Struct, frozen=True):
    """Bounds and bars of a figure's distribution."""

    least: float
    most: float
    bars: int


class PageFigure(Struct, frozen=True):
    """A figure shown of every department, and how it is printed."""

    label: str
    unit: str
    group: str
    digits: int
    trim: bool
    chart: PageChart | None


class PageTotal(Struct, frozen=True):
    """A figure added up; `match` is how it goes with the bureau's total, '' if that is not there.

    `excluded` names the departments whose amount is not in the sum, for it may be wrong.
    """

    label: str
    sum: float | None
    match: str
    excluded: list[str]


class PageCohort(Struct, frozen=True):
    """Departments of one year and pack: how many, how many of them are how ready, and what they add up to."""

    year: int
    pack: str
    departments: int
    readiness: dict[str, int]
    totals: list[PageTotal]


class PageRule(Struct, frozen=True):
    """A rule that hit so many departments."""

    id: int
    code: str
    severity: str
    departments: int


class PageStep(Struct, frozen=True):
    """Something to do next about a department, why, and what to send it."""

    kind: str
    department: str
    reason: str
    notice: str


class PageDepartment(Struct, frozen=True):
    """A department in the index: `columns` by key, `figures` and `outliers` by label, ids of `rules`; the
    place of its `cohort`, -1 if it has none.
    """

    columns: dict[str, str | int]
    cohort: int
    code: str
    search_words: str
    figures: dict[str, float | None]
    outliers: list[str]
    rules: list[int]


class PageIndex(Struct, frozen=True):
    """What the page needs at once; the `words` are those shown for codes."""

    title: str
    scope: str
    notices: list[str]
    words: dict[str, dict[str, str]]
    columns: list[PageColumn]
    figures: list[PageFigure]
    cohorts: list[PageCohort]
    rules: list[PageRule]
    steps: list[PageStep]
    departments: list[PageDepartment]
    chunk: int


class PageFinding(Struct, frozen=True):
    """A finding by the id of its rule; `cells` are places and what each holds."""

    rule: int
    cells: list[str]
    message: str
    hint: str
    expected: str
    actual: str


class PageDetails(Struct, frozen=True):
    """What is shown when a department is looked at; `sources` and `reasons` are by a figure's label."""

    year: int
    pack: str
    parent: str
    score: str
    sources: dict[str, str]
    reasons: dict[str, str]
    findings: list[PageFinding]
    missing: tuple[str, ...]
    outputs: tuple[str, ...]
    files: tuple[RowFile, ...]
    notes: list[str]
