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
    """Return the pack in a folder, laid over those it extends; PackError names file and line of a fault.

    A folder `beside`, an inbox, may hold a file with further names of labels; pack.yaml names that file.
    """
    folders = tuple(lineage(root))
    meta = Layers(folders).shape("pack", Meta)
    names_file = beside / meta.names_beside if beside else None
    return _loaded(folders, names_file, digest_of(folders, names_file))


@lru_cache(maxsize=1)  # a run asks for its pack more than once; a changed pack has another digest
def _loaded(folders: tuple[Path, ...], names_file: Path | None, digest: str) -> Pack:
    layers = Layers(folders)
    meta, card = layers.shape("pack", Meta), layers.shape("scorecard", Scorecard)
    sheets = _with_scored(layers.entries("supplement", SupplementSheet), card)
    forms = layers.folder("forms", Form)
    forms |= {name: sheet.form() for name, sheet in sheets.items() if not sheet.grid}
    report = layers.path("report.md")
    pack = Pack(
        meta=meta,
        units=layers.entries("units", Unit),
        names=layers.lists("names", names_file),
        labels=layers.shape("labels", Labels),
        forms=in_precedence(forms, meta, layers.error),
        measures=layers.entries("measures", Measure),
        checks=layers.entries("checks", Check),
        scorecard=card,
        problems=layers.entries("problems", Problem),
        tables=layers.entries("tables", ReportTable),
        supplement=sheets,
        prose=layers.entries("prose", TextList),
        words=layers.shape("words", Words),
        sentences=layers.shape("sentences", Sentences),
        style=layers.shape("style", Style),
        limits=layers.shape("limits", Limits),
        overview=layers.shape("overview", OverviewShape),
        report=read_text(report),
        report_file=report,
        digest=digest,
        error=layers.error,
    )
    check_references(pack)
    return pack


def _with_scored(sheets: dict[str, SupplementSheet], card: Scorecard) -> dict[str, SupplementSheet]:
    """Return the supplement's sheets, with an entry for every indicator a person scores."""
    scored = tuple(
        SupplementEntry(
            label=name, target=name, tip=indicator.standard, least="0", most=str(indicator.points)
        )
        for name, indicator in card.indicators.items()
        if not indicator.formula
    )
    return {
        name: sheet.model_copy(update={"entries": scored}) if sheet.scored else sheet
        for name, sheet in sheets.items()
    }
