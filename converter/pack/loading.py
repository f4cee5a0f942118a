"""Load a pack folder, and those it extends, into shapes."""

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import chain
from pathlib import Path

from msgspec.structs import replace

from converter import messages
from converter.pack.catalogue.gazetteer import Gazetteer, Regions
from converter.pack.catalogue.shipped import BASE, shipped_catalogue
from converter.pack.faults.doubled import doubled_faults
from converter.pack.faults.lists import list_faults
from converter.pack.faults.references import reference_faults
from converter.pack.faults.scorecards import scorecard_faults
from converter.pack.faults.tables import table_faults
from converter.pack.files.compiled import digest_of, store, stored
from converter.pack.files.further_names import NO_FURTHER_NAMES, FurtherNames
from converter.pack.files.layers import BUILT_IN, Layers, lineage
from converter.pack.files.report_text import read_report
from converter.pack.files.text import PackError
from converter.pack.pack import Pack
from converter.pack.shapes.checks import Check
from converter.pack.shapes.forms import CodeLine, Form, Labels
from converter.pack.shapes.lists import RowList
from converter.pack.shapes.measures import Measure, Unit
from converter.pack.shapes.meta import Limits, Meta, Words
from converter.pack.shapes.overview import OverviewShape
from converter.pack.shapes.scorecard import Problem, Scorecard
from converter.pack.shapes.sentences import Sentences
from converter.pack.shapes.shape import TextList
from converter.pack.shapes.style import Style
from converter.pack.shapes.supplement import SupplementEntry, SupplementSheet
from converter.pack.shapes.tables import ReportTable

DEFAULT = BUILT_IN / "hunan-2020"
MOST_KEPT = 4  # packs in memory


def load_pack(root: Path = DEFAULT, names: FurtherNames = NO_FURTHER_NAMES) -> Pack:
    """Return the pack in a folder, laid over those it extends, with further `names` of labels.

    PackError names file and line of a fault.
    """
    if root.parent == BUILT_IN and not names.entries:
        return _shipped(root)
    folders = tuple(lineage(root))
    pack = _built(folders, names, digest_of(folders, names.content))
    if not pack.shipped:
        for error in _errors(pack, root):
            raise error
    return pack


def load_to_check(root: Path) -> tuple[Pack, list[PackError]]:
    """Return the pack in a folder and all that is wrong with it, its templates and formulas left out.

    PackError where that hinders reading it at all.
    """
    folders = tuple(lineage(root))
    pack = _built(folders, NO_FURTHER_NAMES, digest_of(folders))
    return pack, list(_errors(pack, root))


def digest_of_packs(roots: Iterable[Path], names: FurtherNames = NO_FURTHER_NAMES) -> str:
    """Return a hash that changes when anything does that one of the packs, or `names`, says."""
    folders = dict.fromkeys(folder for root in roots for folder in lineage(root))
    return digest_of(folders, names.content)


def load_limits(root: Path) -> Limits:
    """Return the limits of a pack alone."""
    limits: Limits = Layers(lineage(root)).shape("limits", Limits)
    return limits


def load_gazetteer(root: Path) -> Gazetteer:
    """Return the places that a pack knows alone: mostly those compiled with the program."""
    layers = Layers(lineage(root))
    if layers.packs_with("regions") == [BUILT_IN / BASE]:
        return Gazetteer(shipped_catalogue().regions)
    return Gazetteer(layers.shape("regions", Regions))


def names_file(root: Path, folder: Path) -> Path | None:
    """Return the file in a folder that has the name of one with further labels, None if there is none."""
    file = folder / load_pack(root).meta.names_file
    return file if file.is_symlink() or file.exists() else None


@cache  # nobody changes the program while it runs
def _shipped(root: Path) -> Pack:
    """Return a pack that comes with the program: compiled already, or now."""
    if compiled := stored(root, Pack):
        folders, pack = compiled
        return replace(pack, error=Layers(folders).error)
    folders = tuple(lineage(root))
    pack = _built(folders, NO_FURTHER_NAMES, digest_of(folders))
    store(root, folders, pack)
    return pack


@lru_cache(maxsize=MOST_KEPT)  # a run asks for its packs more than once; a changed one has another digest
def _built(folders: tuple[Path, ...], names: FurtherNames, digest: str) -> Pack:
    layers = Layers(folders)
    for stray in layers.stray_files():
        raise stray
    meta, card = layers.shape("pack", Meta), layers.shape("scorecard", Scorecard)
    sheets = _with_scored(layers.entries("supplement", SupplementSheet), card)
    forms = layers.folder("forms", Form)
    lists = layers.entries("lists", RowList)
    forms |= {name: sheet.form(lists) for name, sheet in sheets.items() if not sheet.grid}
    return Pack(
        name=folders[-1].name,
        meta=meta,
        units=layers.entries("units", Unit),
        names=layers.lists("names", dict(names.entries)),
        codes=layers.entries("codes", CodeLine),
        labels=layers.shape("labels", Labels),
        forms=_by_rank(forms, meta.precedence),
        lists=lists,
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
        report=read_report(layers.files("report.md"), folders[-1]),
        digest=digest,
        shipped=layers.shipped,
        error=layers.error,
    )


def _by_rank(forms: dict[str, Form], precedence: Iterable[str]) -> dict[str, Form]:
    """Return the forms in their order of precedence, those that have no rank last."""
    return {name: forms[name] for name in precedence if name in forms} | forms


def _errors(pack: Pack, root: Path) -> Iterator[PackError]:
    """Yield what is wrong with the pack of a folder whose files all have the right shape.

    One for a place that nobody knows would fit departments everywhere.
    """
    region = pack.meta.region
    if (meant := load_gazetteer(root).unknown(region)) is not None:
        yield pack.error("pack", messages.packs.NO_REGION.format(region=region) + meant, "region")
    faults = (
        reference_faults(pack),
        list_faults(pack),
        table_faults(pack),
        scorecard_faults(pack),
        doubled_faults(pack),
    )
    for fault in chain.from_iterable(faults):
        yield pack.error(fault.file, fault.message, *fault.keys)


def _with_scored(sheets: dict[str, SupplementSheet], card: Scorecard) -> dict[str, SupplementSheet]:
    """Return the supplement's sheets, with an entry for every indicator a person scores, and behind these for
    every one whose formula may have no answer.
    """
    asked = [(name, each) for name, each in card.indicators.items() if not each.formula]
    rest = [(name, each) for name, each in card.indicators.items() if each.formula and not each.earned]
    scored = tuple(
        SupplementEntry(
            label=name,
            target=name,
            tip=messages.workbooks.COMPUTED_POINTS if indicator.formula else indicator.standard,
            least="0",
            most=str(indicator.points),
            need="conditional" if indicator.formula else "required",
        )
        for name, indicator in (*asked, *rest)
    )
    return {name: replace(sheet, entries=scored) if sheet.scored else sheet for name, sheet in sheets.items()}
