"""Which province and city a name tells: regions.yaml."""

import re
from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct

from converter import messages
from converter.pack.files.validation import UnfitError
from converter.pack.shapes.shape import Pattern, Shape, TextList
from converter.pack.unknown import nearest


class Regions(Shape):
    """The whole of regions.yaml.

    - `provinces`: by the short name of each its full name and those of its cities, several spellings of one
      parted by `|`; `counties`: by city, or by province where there is none. `nation` is the name of them
      all. - `not_after`, `not_before`: a name right behind the one is of no place around, nor a short one
      before the other. - `county_after`: the name of a county stands at the beginning, or right behind a
      match of this.
    """

    nation: str
    not_after: Pattern
    not_before: Pattern
    county_after: Pattern
    provinces: dict[str, TextList]
    counties: dict[str, TextList]

    def validate(self) -> None:
        """Raise an UnfitError at counties of what is neither a province nor a city."""
        for name in self.counties.keys() - self.spellings.keys():
            raise UnfitError("no_place", name)

    @property
    def spellings(self) -> dict[str, "Locality"]:
        """The provinces and cities by all their names, a province's short one first."""
        return {
            spelling: place
            for province, (whole, *cities) in self.provinces.items()
            for place, written in (
                (Locality(province), f"{province}|{whole}"),
                *((Locality(province, city.partition("|")[0]), city) for city in cities),
            )
            for spelling in written.split("|")
        }


class Locality(Struct, frozen=True, order=True):
    """A province by its short name, and a city of it, '' where only the province is known."""

    province: str
    city: str = ""

    def holds(self, other: "Locality") -> bool:
        """Whether another place is this one or in it."""
        return self.province == other.province and self.city in ("", other.city)


class Gazetteer:
    """Finds places in names."""

    def __init__(self, regions: Regions) -> None:
        self._regions = regions

    def place_named(self, name: str) -> Locality | None:
        """Return the place with just this name, None for what is none, such as the whole nation."""
        return self._spellings.get(name)

    def place_in(self, text: str) -> Locality | None:
        """Return the place that a name begins with, or has before any other; None if it has none."""
        first = min(self._found(text), default=None)
        if first is None:
            return None
        at, _, place = first
        if place.city:
            return place
        within = (found for found in self._found(text) if found[0] > at)
        return next((there for _, _, there in sorted(within) if there.city and place.holds(there)), place)

    def unknown(self, region: str) -> str | None:
        """Return the name nearest to what is neither the nation nor a place in it, that around a county; None
        for what is one.
        """
        if region == self._regions.nation or self.place_named(region):
            return None
        if around := self._counties.get(region):
            return messages.packs.NEAREST.format(name=around.city or around.province)
        return nearest(region, {self._regions.nation, *self._spellings})

    @cached_property
    def _spellings(self) -> dict[str, Locality]:
        return self._regions.spellings

    @cached_property
    def _counties(self) -> dict[str, Locality]:
        """Where each county is."""
        around = ((self._spellings[name], names) for name, names in self._regions.counties.items())
        return {county: place for place, names in around for county in names}

    @cached_property
    def _longest(self) -> int:
        return max(map(len, self._counties), default=0)

    @cached_property
    def _may_begin(self) -> re.Pattern[str]:
        return re.compile(f"^|(?<={self._regions.county_after})")

    @cached_property
    def _is_elsewhere(self) -> re.Pattern[str]:
        return re.compile(f"({self._regions.not_after})$")

    @cached_property
    def _goes_on(self) -> re.Pattern[str]:
        return re.compile(self._regions.not_before)

    def _found(self, text: str) -> Iterator[tuple[int, int, "Locality"]]:
        """Yield where in a text a place stands, and the negative length of its name: the longest first."""
        for spelling, place in self._spellings.items():
            at = text.find(spelling)
            if at < 0 or self._is_elsewhere.search(text, 0, at):
                continue
            if spelling in self._regions.provinces and self._goes_on.match(text, at + len(spelling)):
                continue
            yield at, -len(spelling), place
        for begin in self._may_begin.finditer(text):
            at = begin.start()
            lengths = range(self._longest, 1, -1) if not self._is_elsewhere.search(text, 0, at) else ()
            named = (length for length in lengths if text[at : at + length] in self._counties)
            if length := next(named, 0):
                yield at, -length, self._counties[text[at : at + length]]
