"""A pack: everything an accountant or a circular can change, loaded and validated."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from converter import messages
from converter.pack.errors import PackError
from converter.pack.layers import BUILT_IN, Layers, digest_of, lineage
from converter.pack.layout import Form, Labels, Unit
from converter.pack.limits import Limits
from converter.pack.meta import Meta, Words
from converter.pack.printing import Entry, ReportTable, Sheet
from converter.pack.ruling import Check, Measure, Problem, Scorecard
from converter.pack.shape import Several
from converter.pack.style import Style

DEFAULT = BUILT_IN / "hunan-2020"


@dataclass(frozen=True, slots=True)
class Pack:
    """The pack's data. `digest` changes when any file of it changes; `where` locates an entry."""

    meta: Meta
    units: dict[str, Unit]
    names: dict[str, tuple[str, ...]]
    labels: Labels
    forms: dict[str, Form]
    measures: dict[str, Measure]
    checks: dict[str, Check]
    scorecard: Scorecard
    problems: dict[str, Problem]
    tables: dict[str, ReportTable]
    supplement: dict[str, Sheet]
    prose: dict[str, tuple[str, ...]]
    words: Words
    style: Style
    limits: Limits
    report: str
    report_file: Path
    digest: str
    where: Callable[..., PackError]


def load_pack(root: Path = DEFAULT, beside: Path | None = None) -> Pack:
    """Load a pack folder and those it extends; PackError names file and line of any fault.

    A folder `beside` may hold a file of further names for labels, called as the pack says.
    """
    folders = lineage(root)
    layers = Layers(folders)
    sheets = _sheets(layers)
    forms = {form.stem: source.shape(Form) for form, source in layers.forms().items()}
    forms |= {name: sheet.form() for name, sheet in sheets.items() if not sheet.grid}
    meta = layers.whole("pack", Meta)
    report = layers.last("report.md")
    return Pack(
        meta=meta,
        units=layers.entries("units", Unit),
        names=layers.gathered("names", beside / meta.names_beside if beside else None),
        labels=layers.whole("labels", Labels),
        forms=_in_precedence(forms, meta, layers),
        measures=layers.entries("measures", Measure),
        checks=layers.entries("checks", Check),
        scorecard=layers.whole("scorecard", Scorecard),
        problems=layers.entries("problems", Problem),
        tables=layers.entries("tables", ReportTable),
        supplement=sheets,
        prose=layers.entries("prose", Several),
        words=layers.whole("words", Words),
        style=layers.whole("style", Style),
        limits=layers.whole("limits", Limits),
        report=report.read_text("utf-8"),
        report_file=report,
        digest=digest_of(folders),
        where=layers.error,
    )


def _in_precedence(forms: dict[str, Form], meta: Meta, layers: Layers) -> dict[str, Form]:
    for name in meta.precedence:
        if name not in forms:
            raise layers.error("pack", messages.PACK_UNKNOWN.format(name=name), "precedence")
    if unlisted := sorted(set(forms) - set(meta.precedence)):
        raise layers.error("pack", messages.PACK_UNRANKED.format(names=" ".join(unlisted)), "precedence")
    return {name: forms[name] for name in meta.precedence}


def _sheets(layers: Layers) -> dict[str, Sheet]:
    """Return the supplement's sheets, with an entry for every indicator a person scores."""
    card: Scorecard = layers.whole("scorecard", Scorecard)
    scored = tuple(
        Entry(label=name, target=name, tip=each.standard, least="0", most=str(each.points))
        for name, each in card.indicators.items()
        if not each.formula
    )
    sheets: dict[str, Sheet] = layers.entries("supplement", Sheet)
    return {
        name: sheet.model_copy(update={"entries": scored}) if sheet.scored else sheet
        for name, sheet in sheets.items()
    }
