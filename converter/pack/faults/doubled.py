"""Names and titles that tell one entry of a pack from another: no two may be alike."""

from collections.abc import Iterable, Iterator

from msgspec.structs import asdict

from converter import messages
from converter.pack.faults.fault import Fault
from converter.pack.files.validation import KeyPath
from converter.pack.pack import Pack

Named = tuple[str, KeyPath]
"""What an entry is called, and its keys."""


def doubled_faults(pack: Pack) -> Iterator[Fault]:
    """Yield every entry that has the name of one before it."""
    grades = ((grade.name, ("grades", at)) for at, grade in enumerate(pack.scorecard.grades))
    yield from _again("scorecard", grades, messages.packs.NAMED_TWICE)
    variables = ((name, ("variables", key)) for key, name in asdict(pack.meta.variables).items())
    yield from _again("pack", variables, messages.packs.NAMED_TWICE)
    sheets = ((sheet.title, (name, "title")) for name, sheet in pack.supplement.items())
    yield from _again("supplement", sheets, messages.packs.NAMED_TWICE)
    for name, sheet in pack.supplement.items():
        labels = ((entry.label, (name, "entries", at)) for at, entry in enumerate(sheet.entries))
        yield from _again("supplement", labels, messages.packs.NAMED_TWICE)
    yield from _again("supplement", _asked(pack), messages.packs.ASKED_TWICE)


def _asked(pack: Pack) -> Iterator[Named]:
    """Yield every figure and text that a row of the supplement asks for."""
    for name, sheet in pack.supplement.items():
        for at, entry in enumerate(() if sheet.scored else sheet.entries):
            for suffix in (*sheet.figures.values(), *sheet.words.values()):
                is_whole = not suffix or "." in entry.target
                yield entry.target if is_whole else f"{entry.target}.{suffix}", (name, "entries", at)


def _again(file: str, entries: Iterable[Named], message: str) -> Iterator[Fault]:
    seen = set[str]()
    for name, keys in entries:
        if name in seen:
            yield Fault(file, keys, message.format(name=name))
        seen.add(name)
