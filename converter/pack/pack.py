"""A pack: everything an accountant or a circular can change, loaded and validated."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from converter import messages
from converter.pack.errors import PackError
from converter.pack.layout import Form, Labels, Unit
from converter.pack.limits import Limits
from converter.pack.printing import Entry, ReportTable, Sheet
from converter.pack.ruling import Check, Measure, Problem, Scorecard
from converter.pack.shape import Several, Shape
from converter.pack.source import Source, load
from converter.pack.style import Style

BUILT_IN = Path(__file__).parent.parent / "packs"
DEFAULT = BUILT_IN / "hunan-2020"


class Texts(Shape):
    """Under which names the texts that the engine itself needs are filed."""

    department: str
    year: str
    short: str
    problems: str
    remedies: str


class Variables(Shape):
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


class Expected(Shape):
    """The forms a complete filing holds: of the year's final accounts, its budget, the year before, ours."""

    final: Several
    budget: Several
    prior: Several
    supplement: Several


class Meta(Shape):
    """What the pack is for, and the names the engine has to know.

    `precedence` orders the forms' readings; `prior` stands before the basis of last year's figures;
    `report` and `pending` make the file's name; `texts` and `variables` name what the engine takes and
    gives; `score…` name the scorecard's figures and the texts with a person's reasons.
    """

    title: str
    region: str
    version: str
    basis: Several
    precedence: Several
    report: str
    pending: str
    prior: str
    supplement_file: str
    expected: Expected
    texts: Texts
    variables: Variables
    score: str
    self_score: str
    score_reason: str
    score_full: str
    score_total: str
    score_unit: str


class Words(Shape):
    """What the engine itself writes into a report.

    `headings` are numbering patterns by level, with `words` in Chinese numerals and `number` in
    Arabic; `subheading` recognises a department's own numbered sub-heading, `point` the ordinal
    before one of its points. `any_year` stands for a year in blank forms.
    """

    unknown_figure: str
    missing_text: str
    attachments: str
    attachment: str
    annex: str
    computed_reason: str
    headings: tuple[str, ...]
    subheading: str
    point: str
    any_year: str
    any_last_year: str


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


def load_pack(root: Path = DEFAULT) -> Pack:
    """Load a pack folder and those it extends; PackError names file and line of any fault."""
    folders = _lineage(root)
    layers = _Layers(folders)
    sheets = _sheets(layers)
    forms = {form.stem: source.shape(Form) for form, source in layers.forms().items()}
    forms |= {name: sheet.form() for name, sheet in sheets.items() if not sheet.grid}
    meta = layers.whole("pack", Meta)
    report = layers.last("report.md")
    return Pack(
        meta=meta,
        units=layers.entries("units", Unit),
        names=layers.entries("names", Several),
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
        digest=_digest(folders),
        where=layers.error,
    )


def _lineage(root: Path) -> list[Path]:
    """Return the folders from the base pack to `root`, following `extends`."""
    if not (root / "pack.yaml").is_file():
        raise PackError(root, 0, messages.PACK_NONE)
    base = load(root / "pack.yaml").data.get("extends")
    if not base:
        return [root]
    known = root.parent / base
    return [*_lineage(known if known.is_dir() else BUILT_IN / base), root]


class _Layers:
    """The files of a pack and of those it extends: a later file's entries replace by key."""

    def __init__(self, folders: list[Path]) -> None:
        self._folders = folders
        self._loaded: dict[str, list[Source]] = {}

    def _sources(self, name: str) -> list[Source]:
        if name not in self._loaded:
            files = [folder / f"{name}.yaml" for folder in self._folders]
            self._loaded[name] = [load(file) for file in files if file.is_file()]
            if not self._loaded[name]:
                raise PackError(files[-1], 0, messages.PACK_FILE_MISSING)
        return self._loaded[name]

    def entries(self, name: str, kind: Any) -> dict[str, Any]:
        """Return the entries of all layers' `name`.yaml by key."""
        owners = {key: source for source in self._sources(name) for key in source.data}
        return {key: source.shape(kind, key) for key, source in owners.items()}

    def whole(self, name: str, kind: Any) -> Any:
        """Return `name`.yaml as one shape, top-level keys of later layers replacing."""
        sources = self._sources(name)
        merged = {key: value for source in sources for key, value in source.data.items()}
        merged.pop("extends", None)
        return Source(sources[-1].file, merged, sources[-1].lines).shape(kind)

    def forms(self) -> dict[Path, Source]:
        """Return the form files by name, a later layer's replacing one of the same name."""
        files = {file.name: file for folder in self._folders for file in sorted(folder.glob("forms/*.yaml"))}
        return {file: load(file) for file in files.values()}

    def last(self, name: str) -> Path:
        """Return the latest layer's file `name`."""
        files = [folder / name for folder in self._folders if (folder / name).is_file()]
        if not files:
            raise PackError(self._folders[-1] / name, 0, messages.PACK_FILE_MISSING)
        return files[-1]

    def error(self, name: str, message: str, *place: str) -> PackError:
        """Return an error at `place` in the layer of `name`.yaml that owns it."""
        sources = self._sources(name)
        owners = [source for source in sources if place and place[0] in source.data]
        return (owners or sources)[-1].error(message, *place)


def _in_precedence(forms: dict[str, Form], meta: Meta, layers: _Layers) -> dict[str, Form]:
    for name in meta.precedence:
        if name not in forms:
            raise layers.error("pack", messages.PACK_UNKNOWN.format(name=name), "precedence")
    if unlisted := sorted(set(forms) - set(meta.precedence)):
        raise layers.error("pack", messages.PACK_UNRANKED.format(names=" ".join(unlisted)), "precedence")
    return {name: forms[name] for name in meta.precedence}


def _sheets(layers: _Layers) -> dict[str, Sheet]:
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


def _digest(folders: list[Path]) -> str:
    """Return a hash over the names and bytes of all pack files."""
    sums = hashlib.sha256()
    for folder in folders:
        for file in sorted(path for path in folder.rglob("*") if path.is_file()):
            sums.update(f"{file.relative_to(folder).as_posix()}\0".encode())
            sums.update(file.read_bytes())
    return sums.hexdigest()[:16]
