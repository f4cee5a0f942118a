"""The packs a run chooses among: known by their labels, loaded when a department needs one."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import suppress
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from converter.batch.overlays import overlay_names
from converter.batch.pack_choice import PackChoice, PackChooser
from converter.chinese import MONTH, YEAR
from converter.inbox import Roster, Submission
from converter.pack import (
    DEFAULT,
    FurtherNames,
    Gazetteer,
    Pack,
    PackLabel,
    digest_of_packs,
    load_gazetteer,
    load_pack,
    shipped_catalogue,
)

if TYPE_CHECKING:
    from converter.conversion import Conversion

LOOKED_AT = 50  # folders of an inbox, and files of each, that tell which pack a run begins with
_YEAR = re.compile(rf"(?<!\d)(?:19|20)\d\d(?!\d|{YEAR}\d\d?{MONTH})")  # that of a date is another's


class PackSet:
    """The packs in the folders `roots`, else those that come with the program, with the names in an inbox.

    `labels` are theirs, that of the usual one first; `year` is the one asked for, 0 if none is. PackError if
    one of the roots, or the names, are wrong.
    """

    def __init__(self, roots: Sequence[Path], inbox: Path | None, password: str = "", year: int = 0) -> None:
        self._roots, self._inbox, self._password, self._year = roots, inbox, password, year
        self._loaded: dict[PackLabel, Pack] = {}
        self._folders: dict[PackLabel, Path] = {}
        self._conversions: dict[PackLabel, Conversion] = {}
        if roots:
            for root in roots:
                pack = load_pack(root, self._names)
                self._loaded[_bare(pack.label)], self._folders[_bare(pack.label)] = pack, root
            gazetteer = load_gazetteer(roots[0])
        else:
            catalogue = shipped_catalogue()
            labels = sorted(catalogue.labels, key=lambda label: label.name != DEFAULT.name)
            self._folders = {label: DEFAULT.with_name(label.name) for label in labels}
            gazetteer = Gazetteer(catalogue.regions)
        self.labels = [*self._folders]
        self._chooser = PackChooser(self.labels, gazetteer)

    @property
    def is_one(self) -> bool:
        """Whether there is nothing to choose."""
        return len(self.labels) == 1

    @cached_property
    def digest(self) -> str:
        """A hash that changes when any of the packs does."""
        shipped = "" if self._roots else shipped_catalogue().digest
        return shipped + digest_of_packs(self._roots, self._names)

    @cached_property
    def _names(self) -> FurtherNames:
        """What a file in the inbox adds to the names in every pack."""
        return overlay_names(self._roots[0] if self._roots else self._folders[self.usual], self._inbox)

    def load(self, label: PackLabel) -> Pack:
        """Return a pack by its label; the usual one if there is none of that label any more."""
        label = self._known(label)
        if label not in self._loaded:
            self._loaded[label] = load_pack(self._folders[label], self._names)
        return self._loaded[label]

    def conversion(self, label: PackLabel) -> "Conversion":
        """Return the conversion by a pack, built when it is first asked for."""
        from converter.conversion import Conversion  # takes as long to load as all that checks a report

        label = self._known(label)
        if label not in self._conversions:
            self._conversions[label] = Conversion(self.load(label), self._password)
        return self._conversions[label]

    def choose(
        self, department: str, year: int, filed: Submission | None = None, roster: Roster | None = None
    ) -> PackChoice:
        """Return the pack for a department in a year, by its name, the folders it was `filed` in, and the
        bureau's list.
        """
        places = [name for part in filed.alone if (name := part.folder or part.department)] if filed else []
        entry = roster.find(department, *places) if roster else None
        around = [*places, self._inbox.absolute().name] if self._inbox else places
        return self._chooser.choose(department, year, around, entry.pack if entry else "")

    def titled(self, title: str) -> PackLabel | None:
        """Return the pack with a title, None if there is none."""
        return next((label for label in self.labels if title and label.title == title), None)

    @cached_property
    def usual(self) -> PackLabel:
        """Return the pack that most folders of the inbox need, as far as the names of files tell.

        It is loaded first for what all packs have alike; a department gets the one chosen for it.
        """
        if self.is_one or self._inbox is None:
            return self.labels[0]
        wanted: Counter[PackLabel] = Counter()
        with suppress(OSError):
            for folder in [
                self._inbox,
                *filter(Path.is_dir, islice(sorted(self._inbox.iterdir()), LOOKED_AT)),
            ]:
                names = [folder.name, *(path.name for path in islice(folder.iterdir(), LOOKED_AT))]
                if years := [self._year] if self._year else _years_in(names):
                    wanted[self.choose(folder.name, max(years)).pack] += 1
        return max(wanted, key=lambda label: (wanted[label], label.name), default=self.labels[0])

    def _known(self, label: PackLabel) -> PackLabel:
        return _bare(label) if _bare(label) in self._folders else self.labels[0]


def _years_in(names: Iterable[str]) -> list[int]:
    return [int(year) for name in names for year in _YEAR.findall(name)]


def _bare(label: PackLabel) -> PackLabel:
    return replace(label, digest="")
