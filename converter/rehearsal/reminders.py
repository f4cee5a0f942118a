"""What in a pack is no fault, but of no use as it stands: what is left to write, names nothing asks for."""

from collections.abc import Iterator
from pathlib import Path

from converter import messages
from converter.pack import FormRow, Pack, differences, nearest


def reminders(root: Path, pack: Pack) -> Iterator[str]:
    """Yield a Chinese line for each thing in the pack of a folder that its author should look at."""
    stated = {key: str(getattr(pack.meta, key)) for key in ("title", "region", "follows", "report")}
    if keys := [key for key, text in stated.items() if messages.packs.PLACEHOLDER in text]:
        yield messages.packs.LEFT_TO_WRITE.format(keys=messages.phrases.AND.join(keys))
    own = [change for change in differences(root) if change.before is None and len(change.keys) == 1]
    for file, used in (("prose.yaml", _texts_used(pack)), ("names.yaml", _labels(pack))):
        for name in (str(change.keys[0]) for change in own if change.file == file):
            meant = nearest(name, used)
            if meant and name not in used:
                yield messages.packs.OF_NO_USE.format(file=file, name=name) + meant


def _texts_used(pack: Pack) -> set[str]:
    """Return the texts that the supplement asks for or the report prints."""
    asked = {entry.target for sheet in pack.supplement.values() for entry in sheet.entries if sheet.words}
    return asked | {name for name in pack.prose if f'"{name}"' in pack.report.text}


def _labels(pack: Pack) -> set[str]:
    """Return the names of rows and columns that forms ask for."""
    blocks = [block for form in pack.forms.values() for block in form.blocks]
    rows = [
        row.labels if isinstance(row, FormRow) else row for block in blocks for row in block.rows.values()
    ]
    heads = [pattern for block in blocks for patterns in block.columns.values() for pattern in patterns]
    words = (word for head in heads for part in head.split("+") for word in part.split("|"))
    return {label for labels in rows for label in labels} | {word.strip() for word in words}
