"""A pack: everything an accountant or a circular can change."""

from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from converter.pack.catalogue.label import PackLabel, pack_label
from converter.pack.files.report_text import ReportText
from converter.pack.files.text import PackError
from converter.pack.shapes.checks import Check
from converter.pack.shapes.forms import Form, Labels
from converter.pack.shapes.lists import RowList
from converter.pack.shapes.measures import Measure, Unit
from converter.pack.shapes.meta import Limits, Meta, Words
from converter.pack.shapes.overview import OverviewShape
from converter.pack.shapes.scorecard import Problem, Scorecard
from converter.pack.shapes.sentences import Sentences
from converter.pack.shapes.style import Style
from converter.pack.shapes.supplement import SupplementSheet
from converter.pack.shapes.tables import ReportTable


class Pack(Struct, frozen=True):
    """The data of a pack and of those it extends.

    `name` is that of its folder, `names` are further labels of items, `codes` the parts of each code of a
    classification with their names, `report` is the text of report.md.
    `digest` changes when any file of the pack changes. A `shipped` pack comes with the program, whose tests
    have checked it. `error(file, message, *keys)` returns an error that names an entry's line.
    """

    name: str
    meta: Meta
    units: dict[str, Unit]
    names: dict[str, tuple[str, ...]]
    codes: dict[str, str]
    labels: Labels
    forms: dict[str, Form]
    lists: dict[str, RowList]
    measures: dict[str, Measure]
    checks: dict[str, Check]
    scorecard: Scorecard
    problems: dict[str, Problem]
    tables: dict[str, ReportTable]
    supplement: dict[str, SupplementSheet]
    prose: dict[str, tuple[str, ...]]
    words: Words
    sentences: Sentences
    style: Style
    limits: Limits
    overview: OverviewShape
    report: ReportText
    digest: str
    shipped: bool
    error: Callable[..., PackError]

    @property
    def label(self) -> PackLabel:
        """What names it to people, and tells it from an earlier version."""
        return replace(pack_label(self.name, self.meta), digest=self.digest)

    @property
    def money(self) -> str:
        """The base unit of amounts of money."""
        return self.meta.money

    @property
    def has_cover(self) -> bool:
        """Whether its reports have a cover."""
        return "cover_line(" in self.report.text or "cover_foot(" in self.report.text

    @property
    def ratio(self) -> str:
        """The base unit of ratios."""
        return self.meta.ratio
