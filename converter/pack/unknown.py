"""How a name without an entry is complained about: with the known one that it is most likely meant for."""

from collections.abc import Iterable

from converter import messages


def unknown(name: str, known: Iterable[str]) -> str:
    """Return the complaint that there is no such name, with the nearest of those there are."""
    return messages.packs.UNKNOWN.format(name=name) + nearest(name, known)


def nearest(name: str, known: Iterable[str]) -> str:
    """Return a clause with the known name nearest to a name, '' if none is near."""
    from difflib import get_close_matches  # of use only where a pack is wrong

    found = get_close_matches(name, list(known), n=1, cutoff=0.5)
    return messages.packs.NEAREST.format(name=found[0]) if found else ""
