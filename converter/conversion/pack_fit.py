"""Whether the pack is for a department and a year: if not, its outline and scorecard may be wrong."""

from collections.abc import Iterator, Mapping

from converter import messages
from converter.figures import Finding, Outcome, Severity
from converter.messages import Message
from converter.pack import Pack

Regions = Mapping[str, tuple[str, ...]]


def pack_fit(department: str, year: int, pack: Pack) -> Iterator[Finding]:
    """Yield an error if the pack is for other years, and one if it is for another region than the name of the
    department tells.
    """
    meta = pack.meta
    if year not in meta.years:
        years = messages.phrases.AND.join(map(str, meta.years)) or messages.packs.NO_YEAR
        yield _unfit(messages.packs.OTHER_YEAR, year=year, pack=meta.title, years=years)
    if elsewhere := _elsewhere(department, meta.region, pack.regions):
        yield _unfit(
            messages.packs.OTHER_REGION,
            department=department,
            place=elsewhere,
            pack=meta.title,
            region=meta.region,
        )


def _elsewhere(department: str, region: str, regions: Regions) -> str:
    """Return the place that a name tells if none of those it tells is in the region or around it, else ''."""
    home = next((province for province, places in regions.items() if region in (province, *places)), "")
    told = {}
    for province, (whole, *parts) in regions.items():
        named = [place for place in parts if place in department]
        if named or whole in department:
            told[province] = named or [whole]
    if not home or not told:
        return ""
    is_within = home in told and (region == home or {region, regions[home][0]}.intersection(told[home]))
    return "" if is_within else next(iter(told.values()))[0]


def _unfit(message: Message, **slots: object) -> Finding:
    return Finding.worded(message, Severity.ERROR, Outcome.NOT_EVALUABLE, (), **slots)
