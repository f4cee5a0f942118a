"""Several departments in one workbook: told apart by what their tables state, or by groups of sheet names."""

import re
from collections.abc import Sequence

from converter import messages
from converter.errors import ReadError
from converter.pack import FormKind
from converter.read.files.grid import Grid
from converter.read.identity.evidence import YearEvidence
from converter.read.identity.hints import YearHint
from converter.read.labels.departments import DepartmentNames

_GROUP = re.compile(r"(.+?)[-_\u2013\u2014.\u00b7\s]+\S")
TableKey = tuple[str, int]


def departments_of_tables(
    evidence: YearEvidence, years: Sequence[YearHint | None], names: DepartmentNames
) -> tuple[str, ...]:
    """Return the department of each table of a workbook, '' for one that is as its workbook.

    ReadError, naming the groups of sheets, where several departments share it and cannot be told apart.
    """
    tables = evidence.workbook.tables
    stated = [table.title_block.department for table in tables]
    used = [nth for nth, kind in enumerate(evidence.kinds) if kind and kind is not FormKind.SUPPLEMENT]
    unnamed = [nth for nth in used if not stated[nth]]
    several = len({stated[nth] for nth in used} - {""}) > 1
    if not unnamed or not (several or _repeat(evidence, years, used, unnamed)):
        return tuple(stated)
    groups: dict[str, list[int]] = {}
    for nth in used:
        groups.setdefault(_group(tables[nth].grid.name), []).append(nth)
    for group, members in groups.items():
        found = {stated[nth] for nth in members} - {""}
        if not found and names.is_organisation(group) and names.names_one(group):
            found = {names.official(group)}
        if len(found) == 1:
            for nth in members:
                stated[nth] = stated[nth] or next(iter(found))
    if len(groups) > 1 and any(not stated[nth] for nth in unnamed):
        raise ReadError(_mixed(evidence.workbook.source.name, groups, stated))
    return tuple(stated)


def _repeat(
    evidence: YearEvidence, years: Sequence[YearHint | None], used: Sequence[int], unnamed: Sequence[int]
) -> bool:
    """Whether a table that states no department is there twice, with other amounts, on different sheets."""
    grids: dict[TableKey, list[Grid]] = {_key(evidence, years, nth): [] for nth in unnamed}
    for nth in used:
        if (key := _key(evidence, years, nth)) in grids:
            grids[key].append(evidence.workbook.tables[nth].grid)
    return any(map(_are_several, grids.values()))


def _are_several(grids: Sequence[Grid]) -> bool:
    """Whether grids lie on several sheets and are not all the same: each is compared with the first."""
    first, *others = grids
    return any(grid.name != first.name for grid in others) and any(grid.rows != first.rows for grid in others)


def _key(evidence: YearEvidence, years: Sequence[YearHint | None], nth: int) -> TableKey:
    hint = years[nth]
    return evidence.workbook.tables[nth].title_block.form or "", hint.year if hint else 0


def _group(sheet: str) -> str:
    """Return what a sheet's name has before its own number or title, '' if nothing."""
    found = _GROUP.match(sheet)
    return found[1] if found else ""


def _mixed(file: str, groups: dict[str, list[int]], stated: Sequence[str]) -> str:
    named = [
        messages.identity.SHEET_GROUP.format(
            group=group or messages.identity.NO_GROUP,
            count=len(members),
            department=next((stated[nth] for nth in members if stated[nth]), messages.screen.NO_DEPARTMENT),
        )
        for group, members in groups.items()
    ]
    return messages.identity.DEPARTMENTS_MIXED.format(file=file, groups=messages.phrases.AND.join(named))
