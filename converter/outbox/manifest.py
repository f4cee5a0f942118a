"""What an outbox says to programs: `manifest.json` and `run.log.jsonl`, described in docs/manifest.md."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec

from converter.conversion import Part, Readiness
from converter.errors import Failure, writing
from converter.outbox.fingerprint import Provenance
from converter.outbox.own_files import refuse_others
from converter.outbox.record import HashedFile, Record

SCHEMA = 6
_OF_PACK = ("name", "title", "version", "confidence", "digest")


def manifest(provenance: Provenance, entries: Iterable[dict[str, Any]]) -> bytes:
    """Return the manifest of a run: its entries in the order of the inbox, and what they were made with."""
    entries = list(entries)
    data = {
        "schema": SCHEMA,
        "made_by": provenance,
        "departments": [entry for entry in entries if "department" in entry],
        "failures": [entry for entry in entries if "department" not in entry],
    }
    return msgspec.json.format(msgspec.json.encode(data), indent=1)


def manifest_entry(result: Record | Failure) -> dict[str, Any]:
    """Return what the manifest says of a department, or of what could not be processed."""
    if isinstance(result, Failure):
        return {
            "place": result.place,
            "name": result.file,
            "outcome": Readiness.FAILED,
            "reason": result.message,
            "files": result.files,
        }
    counts = result.counts
    return {
        "place": result.place,
        "department": result.department,
        "year": result.year,
        "pack": {key: getattr(result.pack, key) for key in _OF_PACK},
        "outcome": result.readiness,
        "inputs": _files(result.inputs),
        "files": result.files,
        "forms": result.forms,
        "findings": {part.value: counts[part] for part in Part if part is not Part.SUPPLY},
        "missing": counts[Part.SUPPLY],
        "score": result.score,
        "grade": result.grade,
        "revised": result.revised,
        "changes": result.changes,
        "outputs": _files(result.output_files),
        "edited": result.edited,
        "seconds": result.seconds,
    }


class RunLog:
    """Appends events to the log, a line of JSON each."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def note(self, event: str, **more: Any) -> None:
        """Write down that something happened now; OutboxError if it can't be written."""
        time = datetime.now().astimezone().isoformat(timespec="milliseconds")
        refuse_others(self._file, self._file.name)
        with writing(self._file), self._file.open("ab") as lines:
            lines.write(msgspec.json.encode({"time": time, "event": event, **more}) + b"\n")


def _files(files: Iterable[HashedFile]) -> list[dict[str, str]]:
    return [{"name": file.name, "sha256": file.digest} for file in files]
