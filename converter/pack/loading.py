"""Load a pack folder, and those it extends, into shapes."""

from functools import lru_cache
from pathlib import Path

from converter.pack.checks import Check
from converter.pack.forms import Form, Labels
from converter.pack.layers import BUILT_IN, Layers, digest_of, lineage
from converter.pack.measures import Measure, Unit
from converter.pack.meta import Limits, Meta, Words
from converter.pack.overview import OverviewShape
from converter.pack.pack import Pack
from converter.pack.references import check_references, in_precedence
from converter.pack.scorecard import Problem, Scorecard
from converter.pack.sentences import Sentences
from converter.pack.shape import TextList
from converter.pack.style import Style
from converter.pack.supplement import SupplementEntry, SupplementSheet
from converter.pack.tables import ReportTable
from converter.pack.yaml_data import read_text

DEFAULT = BUILT_IN / "hunan-2020"


def load_pack(root: Path = DEFAULT, beside: Path | None = None) -> Pack:
    """Load a pack folder and those it extends; PackError names file and line of any fault.

    A folder `beside` may hold a file of further names for labels, called as the pack says.
    """
    folders = tuple(lineage(root))
    meta = Layers(folders).whole("pack", Meta)
    names_file = beside / meta.names_beside if beside else None
    return _loaded(folders, names_file, digest_of(folders, names_file))


@lru_cache(maxsize=1)  # a run asks for its pack more than once; by the digest, a changed one is loaded anew
def _loaded(folders: tuple[Path, ...], names_file: Path | None, digest: str) -> Pack:
    layers = Layers(folders)
    meta, card = layers.whole("pack", Meta), layers.whole("scorecard", Scorecard)
    sheets = _with_scored(layers.entries("supplement", SupplementSheet), card)
    forms = layers.folder("forms", Form)
    forms |= {name: sheet.form() for name, sheet in sheets.items() if not sheet.grid}
    report = layers.last("report.md")
    pack = Pack(
        meta=meta,
        units=layers.entries("units", Unit),
        names=layers.gathered("names", names_file),
        labels=layers.whole("labels", Labels),
        forms=in_precedence(forms, meta, layers.error),
        measures=layers.entries("measures", Measure),
        checks=layers.entries("checks", Check),
        scorecard=card,
        problems=layers.entries("problems", Problem),
        tables=layers.entries("tables", ReportTable),
        supplement=sheets,
        prose=layers.entries("prose", TextList),
        words=layers.whole("words", Words),
        sentences=layers.whole("sentences", Sentences),
        style=layers.whole("style", Style),
        limits=layers.whole("limits", Limits),
        overview=layers.whole("overview", OverviewShape),
        report=read_text(report),
        report_file=report,
        digest=digest,
        where=layers.error,
    )
    check_references(pack)
    return pack


def _with_scored(sheets: dict[str, SupplementSheet], card: Scorecard) -> dict[str, SupplementSheet]:
    """Return the supplement's sheets, with an entry for every indicator a person scores."""
    scored = tuple(
        SupplementEntry(label=name, target=name, tip=each.standard, least="0", most=str(each.points))
        for name, each in card.indicators.items()
        if not each.formula
    )
    return {
        name: sheet.model_copy(update={"entries": scored}) if sheet.scored else sheet
        for name, sheet in sheets.items()
    }
