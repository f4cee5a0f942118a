"""Which pack a department's report of a year is made by, and what there is to say of it."""

from collections.abc import Sequence

from msgspec import Struct

from converter import messages
from converter.figures import Finding, Outcome, Severity
from converter.messages import Message
from converter.pack import UNCHECKED, Gazetteer, Locality, PackLabel, nearest

Findings = tuple[Finding, ...]


class PackChoice(Struct, frozen=True):
    """The pack chosen, and what is to be said of it: an error where it is for another region or year."""

    pack: PackLabel
    findings: Findings = ()


class PackChooser:
    """Chooses among packs, the first of which is the usual one; if there is but one, that was asked for."""

    def __init__(self, packs: Sequence[PackLabel], places: Gazetteer) -> None:
        self._packs, self._places = packs, places
        self._regions = {pack: places.place_named(pack.region) for pack in packs}

    def choose(self, department: str, year: int, around: Sequence[str] = (), wanted: str = "") -> PackChoice:
        """Return the pack for a department in a year.

        `wanted` is what the bureau's list says of it: a pack by name or title, or a region. Else the name of
        the department tells where it is, or those of the folders `around` it, the nearest first.
        """
        named = [pack for pack in self._packs if wanted in (pack.name, pack.title)]
        region = self._places.place_named(wanted)
        place = region or next(filter(None, map(self._places.place_in, (department, *around))), None)
        if len(self._packs) == 1 or named:
            pack = (named or self._packs)[0]
            found = self._misfit(pack, department, year, place)
        else:
            pack, found = self._nearest(department, year, place)
        if wanted and not named and region is None:
            found = (*found, _error(messages.packs.UNKNOWN_PACK, wanted=wanted, near=self._near(wanted)))
        if pack.confidence == UNCHECKED:
            found = (*found, _finding(messages.packs.OUTLINE_UNVERIFIED, Severity.NOTE, pack=pack.title))
        return PackChoice(pack, found)

    def _near(self, wanted: str) -> str:
        return nearest(wanted, [name for pack in self._packs for name in (pack.name, pack.title)])

    def _nearest(self, department: str, year: int, place: Locality | None) -> tuple[PackLabel, Findings]:
        """Return the pack that fits best by itself: of the smallest region around the place."""
        fitting = [pack for pack in self._packs if year in pack.years and self._covers(pack, place)]
        if not fitting:
            pack = min(self._packs, key=lambda pack: self._distance(pack, year, place))
            where = place.city or place.province if place else ""
            is_near = self._covers(pack, place)
            words = messages.packs.NO_PACK_OF_YEAR if is_near else messages.packs.NO_PACK_OF_REGION
            return pack, (_error(words, place=where, year=year, **_slots(pack)),)
        pack = min(fitting, key=lambda pack: self._breadth(pack, place))
        if place is None:
            others = [each.title for each in fitting if each is not pack]
            more = (
                messages.packs.ALSO_FITTING.format(packs=messages.phrases.AND.join(others)) if others else ""
            )
            return pack, (
                _finding(
                    messages.packs.BY_YEAR, Severity.NOTE, department=department, more=more, **_slots(pack)
                ),
            )
        if self._regions[pack] is None:
            where = place.city or place.province
            return pack, (
                _finding(messages.packs.NATIONAL, Severity.WARNING, place=where, year=year, pack=pack.title),
            )
        return pack, ()

    def _covers(self, pack: PackLabel, place: Locality | None) -> bool:
        """Whether a place is in the pack's region, as all are in that of the nation's."""
        region = self._regions[pack]
        return place is None or region is None or region.holds(place)

    def _breadth(self, pack: PackLabel, place: Locality | None) -> int:
        """Return how far a pack's region reaches beyond the place; without one, whether it is the usual."""
        region = self._regions[pack]
        if place is None:
            return int(pack.region != self._packs[0].region)
        return 2 if region is None else int(not region.city)

    def _distance(self, pack: PackLabel, year: int, place: Locality | None) -> tuple[bool, int, int]:
        """Return how far a pack is from fitting: by region first, then by years."""
        years = min((abs(year - each) for each in pack.years), default=year)
        is_near = self._covers(pack, place)
        return not is_near, self._breadth(pack, place) if is_near else 0, years

    def _misfit(self, pack: PackLabel, department: str, year: int, place: Locality | None) -> Findings:
        """Return the error that a pack somebody asked for is not for the place, or else not for the year."""
        region = self._regions[pack]
        if place and region and not (region.holds(place) or place.holds(region)):
            where = place.city or place.province
            return (_error(messages.packs.OTHER_REGION, department=department, place=where, **_slots(pack)),)
        if year not in pack.years:
            return (_error(messages.packs.OTHER_YEAR, year=year, **_slots(pack)),)
        return ()


def _slots(pack: PackLabel) -> dict[str, str]:
    return {"pack": pack.title, "region": pack.region, "years": pack.years_in_words}


def _error(message: Message, **slots: object) -> Finding:
    return Finding.worded(message, Severity.ERROR, Outcome.NOT_EVALUABLE, (), **slots)


def _finding(message: Message, severity: Severity, **slots: object) -> Finding:
    return Finding.worded(message, severity, Outcome.HOLDS, (), **slots)
