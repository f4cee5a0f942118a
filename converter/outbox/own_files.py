"""Files that the converter keeps in an outbox under names of its own, reached through no link."""

from pathlib import Path

from converter import messages
from converter.errors import OutboxError

PRIVATE = ".jixiao"  # what the converter keeps for itself in the outbox
MANIFEST, LOG = "manifest.json", "run.log.jsonl"
LOCK, SYSTEM_LOCK = f"{PRIVATE}/lock", f"{PRIVATE}/lock.system"
LOOSE = f"{PRIVATE}/loose.json"
MOST_BYTES = 256_000_000  # of a file of the converter's own, packed or not


def read_own(path: Path) -> bytes | None:
    """Return what is in a file; None if there is none, or something that we never wrote stands in its place:
    a folder, a link, a pipe, what can't be read or is far too large.
    """
    try:
        if path.is_symlink() or not path.is_file() or path.stat().st_size > MOST_BYTES:
            return None
        return path.read_bytes()
    except OSError:
        return None


def is_filled(path: Path) -> bool:
    """Whether a file of any size is there, not a link or what else may stand in its place, and not empty."""
    try:
        return not path.is_symlink() and path.is_file() and path.stat().st_size > 0
    except OSError:
        return False


def refuse_links(root: Path, name: str) -> None:
    """Raise an OutboxError if a file or folder below the outbox `root` is reached through a link, which leads
    to where nobody asked us to write. The outbox itself may be one.
    """
    path = root
    for part in Path(name).parts:
        path = path / part
        if path.is_symlink():
            raise OutboxError(messages.runs.OUTPUT_IS_LINK.format(file=path.relative_to(root).as_posix()))


def refuse_others(path: Path, name: str) -> None:
    """Raise an OutboxError if something else than a file stands where a file of ours is to be written."""
    if path.is_symlink() or (path.exists() and not path.is_file()):
        raise OutboxError(messages.runs.OUTPUT_NO_FILE.format(file=name))
