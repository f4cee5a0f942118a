"""What a pack is called and what it is for, as far as pack.yaml alone tells."""

from msgspec import Struct

from converter import messages
from converter.pack.shapes.meta import Meta


class PackLabel(Struct, frozen=True, omit_defaults=True):
    """A pack's name, which is that of its folder, its title, region, years, version and confidence.

    `digest` tells it from an earlier version of itself; it is '' as long as the pack is not loaded.
    """

    name: str = ""
    title: str = ""
    region: str = ""
    years: tuple[int, ...] = ()
    version: str = ""
    confidence: str = ""
    digest: str = ""

    def __str__(self) -> str:
        """Return the title as people read it: with a mark if nobody has checked the outline."""
        return self.title + messages.packs.UNVERIFIED * (self.confidence == UNCHECKED)

    @property
    def in_words(self) -> str:
        """A line on the pack and what it is for."""
        return messages.packs.BY_PACK.format(pack=self, region=self.region, years=self.years_in_words)

    @property
    def years_in_words(self) -> str:
        """The years it is for, those without a gap as a span."""
        spans: list[list[int]] = []
        for year in sorted(self.years):
            if spans and spans[-1][1] == year - 1:
                spans[-1][1] = year
            else:
                spans.append([year, year])
        span = messages.packs.SPAN.format
        words = (str(least) if least == most else span(least=least, most=most) for least, most in spans)
        return messages.phrases.AND.join(words) or messages.packs.NO_YEAR


UNCHECKED = "C"  # the confidence of an outline that was not seen in print


def pack_label(name: str, meta: Meta) -> PackLabel:
    """Return the label of a pack by its name and its pack.yaml."""
    return PackLabel(name, meta.title, meta.region, meta.years, meta.version, meta.confidence)
