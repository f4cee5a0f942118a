"""The roster: the bureau's list of the departments that have to file, and how a filing is found in it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from pathlib import Path

from msgspec import Struct

from converter import messages
from converter.errors import ReadError
from converter.inbox.submissions import loose_files
from converter.pack import Pack
from converter.read import LISTS, SUFFIXES, ListLines, official_name, read_list

_CODE = re.compile(r"\d{3,}(?=\D|$)")
_BEHIND_CODE = "_. -"
_CODE_BEFORE = re.compile(rf"(?:(\d{{6,}})[{_BEHIND_CODE}]*|(\d{{3,}})[{_BEHIND_CODE}]+)(?=\D)")


class RosterEntry(Struct, frozen=True):
    """A department that has to file; `pack` is the one to use for it. All but `name` may be ''."""

    name: str
    code: str
    aliases: tuple[str, ...]
    parent: str
    level: str
    kind: str
    pack: str = ""


class Roster:
    """The departments of the roster in `file`, found by name, by alias or by code.

    `passed_over` are the rows that were taken for none.
    """

    def __init__(self, file: str, entries: Iterable[RosterEntry], passed_over: Sequence[str] = ()) -> None:
        self.file, self.passed_over = file, passed_over
        self.entries = list(entries)
        self._by_name: dict[str, RosterEntry] = {}
        for entry in self.entries:
            self._by_name.setdefault(entry.name, entry)
        for entry in self.entries:
            for alias in entry.aliases:
                self._by_name.setdefault(alias, entry)
        self._by_code = {entry.code: entry for entry in reversed(self.entries) if entry.code}

    def find(self, *texts: str) -> RosterEntry | None:
        """Return the entry that one of the texts names, or whose code it begins with, or None."""
        for text in texts:
            name = official_name(text)
            code = _CODE.match(name)
            bare = name[code.end() :].lstrip(_BEHIND_CODE) if code else name
            entry = self._by_name.get(name) or self._by_name.get(bare)
            if entry := entry or (self._by_code.get(code[0]) if code else None):
                return entry
        return None

    @property
    def listed_twice(self) -> list[str]:
        """The names that occur in it more than once."""
        return [name for name, times in Counter(entry.name for entry in self.entries).items() if times > 1]


def roster_files(inbox: Path, pack: Pack) -> list[Path]:
    """Return what in an inbox is named as a roster."""
    return loose_files(inbox, pack.overview.roster.files, SUFFIXES | LISTS)


def read_roster(files: Sequence[Path], pack: Pack) -> Roster:
    """Return the roster in the one file; ReadError if it can't be used, or there are several."""
    shape = pack.overview.roster
    if len(files) > 1:
        names = messages.phrases.AND.join(path.name for path in files)
        raise ReadError(messages.overview.ROSTER_TWICE.format(files=names))
    heads = {key: getattr(shape, key) for key in ("name", "code", "alias", "parent", "level", "kind", "pack")}
    heads["name"] = (*shape.name, *_composed_heads(pack))
    listed = read_list(files[0], heads, "name", pack.limits)
    rows, others = ListLines(pack.labels, shape.total).entries(listed, "name")
    if not rows:
        raise ReadError(messages.overview.LIST_EMPTY.format(file=files[0].name))
    return Roster(files[0].name, _entries([row.texts for row in rows], shape.between), others)


def _composed_heads(pack: Pack) -> Iterator[str]:
    """Yield the heads of names that are composed as the line above a table that names the department."""
    words = pack.labels.title_block
    for parts in product(("", *words.department_before), words.department, words.department_behind):
        yield "".join(parts)


def _entries(rows: list[dict[str, str]], between: str) -> Iterator[RosterEntry]:
    """Yield the entries; a code may stand before the name, in its cell."""
    for row in rows:
        aliases = tuple(official_name(alias) for alias in re.split(between, row["alias"]) if alias)
        name = official_name(row["name"])
        code = _CODE_BEFORE.match(name)
        bare = name[code.end() :] if code else ""
        yield RosterEntry(
            bare or name,
            row["code"] or (code[1] or code[2] if code else ""),
            aliases,
            row["parent"],
            row["level"],
            row["kind"],
            row["pack"],
        )
