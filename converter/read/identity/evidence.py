"""What tells the year of a table: every hint with its strength and its place."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import PurePath

from msgspec import Struct
from msgspec.structs import replace

from converter.pack import FormKind
from converter.read.identity.hints import KindOf, NameHint, Strength, YearHint
from converter.read.identity.kinds import KindEvidence
from converter.read.identity.workbook import TitledWorkbook
from converter.read.labels.departments import DepartmentNames
from converter.read.labels.vocabulary import Vocabulary
from converter.read.tables.titles.split import TitledGrid
from converter.read.tables.titles.stated_years import StatedYear


class YearEvidence(Struct, frozen=True):
    """What one workbook tells of years: each table by its head or columns, what these agree on; its cover,
    file and folder.

    `kinds` are what the tables are, None for one that is not read or hidden.
    """

    workbook: TitledWorkbook
    kinds: tuple[FormKind | None, ...]
    own: tuple[YearHint | None, ...]
    agreed: YearHint | None
    cover: YearHint | None
    file: YearHint | None
    folder: YearHint | None


def evidence_of(
    workbook: TitledWorkbook, folder: str, kind_of: KindOf, vocabulary: Vocabulary
) -> YearEvidence:
    """Return what a workbook tells of years; `folder` is the name of the one all files lie in."""
    kinds = _kinds(workbook, kind_of, vocabulary)
    own = tuple(
        _own(table, kind, workbook.source.name) if kind else None
        for table, kind in zip(workbook.tables, kinds, strict=True)
    )
    path = PurePath(workbook.source.name)
    folders = [*reversed(path.parent.parts), folder]
    years_of = vocabulary.title_lines.year
    return YearEvidence(
        workbook,
        kinds,
        own,
        _agreed(own),
        _cover(workbook),
        next(_in_name(path.stem, path.name, Strength.FILE, years_of), None),
        next((hint for name in folders for hint in _in_name(name, name, Strength.FOLDER, years_of)), None),
    )


def _agreed(own: Sequence[YearHint | None]) -> YearHint | None:
    """Return what tables tell of a year, None if they do not all tell the same."""
    hints = [hint for hint in own if hint]
    return replace(hints[0], strength=Strength.WORKBOOK) if len(years_in(hints)) == 1 else None


def _kinds(workbook: TitledWorkbook, kind_of: KindOf, vocabulary: Vocabulary) -> tuple[FormKind | None, ...]:
    """Return what the tables are; where a title may be of accounts or a budget, what the workbook says."""
    evidence = KindEvidence(workbook, [0] * len(workbook.tables), kind_of, vocabulary)
    kinds = []
    for table in workbook.tables:
        block = table.title_block
        kind = None if table.grid.is_hidden else kind_of(block.form or "")
        meant = set(map(kind_of, block.open_title.forms)) if kind and block.open_title else {kind}
        kinds.append(evidence.kind(table) or kind if len(meant) > 1 else kind)
    return tuple(kinds)


def name_hints(workbook: TitledWorkbook, folder: str, names: DepartmentNames) -> Iterator[NameHint]:
    """Yield what tells the department of a workbook, the strongest first."""
    file = workbook.source.name
    covers: list[NameHint] = []
    for table in workbook.tables:
        block = table.title_block
        if block.department:
            strength = Strength.HEAD if block.form else Strength.COVER
            hint = NameHint(block.department, strength, "", file, table.grid.name, block.department_at)
            if block.form:
                yield hint
            else:
                covers.append(hint)
    yield from covers
    if workbook.department:
        yield NameHint(workbook.department, Strength.SUPPLEMENT)
    path = PurePath(file)
    for name in (*reversed(path.parent.parts), folder):
        if names.is_organisation(name):
            yield NameHint(names.official(name), Strength.FOLDER, name)
            return


def _own(table: TitledGrid, kind: FormKind, file: str) -> YearHint | None:
    """Return the year a table itself states, above its header or else in the heads of its columns.

    None also where the rows above the header state several.
    """
    block = table.title_block
    if block.stated.above:
        title_is_clear = len(block.years) == 1
        clear = [stated for stated in block.stated.above if title_is_clear or stated.cell != block.title]
        alone = len({stated.year for stated in clear}) == 1 and clear[0].year in block.years
        return _hint(clear[0], Strength.HEAD, file, table.grid.name) if alone else None
    if block.stated.columns and kind is not FormKind.SUPPLEMENT:
        latest = max(block.stated.columns, key=lambda stated: stated.year)
        earliest = min(stated.year for stated in block.stated.columns)
        if latest.year - earliest <= 1:
            return _hint(latest, Strength.COLUMNS, file, table.grid.name)
    if block.year:
        return YearHint(block.year, Strength.WORKBOOK, "", file, table.grid.name)
    return None


def _cover(workbook: TitledWorkbook) -> YearHint | None:
    """Return the year on the first sheet without amounts that is no form, if there is one."""
    for table in workbook.tables:
        if not table.title_block.form and table.title_block.stated.above and not _has_amounts(table):
            return _hint(
                table.title_block.stated.above[0], Strength.COVER, workbook.source.name, table.grid.name
            )
    return None


def _has_amounts(table: TitledGrid) -> bool:
    return any(isinstance(cell, float) and cell for cells in table.grid.rows for cell in cells)


def _in_name(name: str, text: str, strength: Strength, year_of: Callable[[str], int]) -> Iterator[YearHint]:
    if year := year_of(name):
        yield YearHint(year, strength, text)


def _hint(stated: StatedYear, strength: Strength, file: str, sheet: str) -> YearHint:
    return YearHint(stated.year, strength, stated.text, file, sheet, stated.cell)


def years_in(hints: Sequence[YearHint | None]) -> set[int]:
    """Return the different years of some hints."""
    return {hint.year for hint in hints if hint}
