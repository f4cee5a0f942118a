"""What an outbox holds and how it came about, for programs: `manifest.json`, told of in docs/manifest.md."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

import msgspec

from converter.errors import Failure
from converter.figures import Severity
from converter.outbox.fingerprint import MadeBy
from converter.outbox.record import Record, Stored

SCHEMA = 1


def entry(each: Record | Failure) -> dict[str, Any]:
    """Return what the manifest says of a department, or of what could not be processed."""
    if isinstance(each, Failure):
        return {"place": each.place, "name": each.file, "outcome": "failed", "reason": each.message}
    counted = Counter(finding.severity for finding in each.findings)
    return {
        "place": each.place,
        "department": each.department,
        "year": each.year,
        "outcome": each.readiness,
        "inputs": _stored(each.inputs),
        "forms": each.forms,
        "findings": {severity.value: counted[severity] for severity in Severity},
        "missing": len(each.missing),
        "score": each.score,
        "grade": each.grade,
        "revised": each.revised,
        "changes": each.changes,
        "outputs": _stored(each.outputs),
        "edited": each.edited,
        "seconds": each.seconds,
    }


def manifest(made: MadeBy, entries: Iterable[dict[str, Any]]) -> bytes:
    """Return the manifest of a run: its entries in the order of the inbox, by what they were made."""
    several = list(entries)
    whole = {
        "schema": SCHEMA,
        "made_by": made._asdict(),
        "departments": [each for each in several if "department" in each],
        "failures": [each for each in several if "department" not in each],
    }
    return msgspec.json.format(msgspec.json.encode(whole), indent=1)


def _stored(files: Iterable[Stored]) -> list[dict[str, str]]:
    return [{"name": each.name, "sha256": each.digest} for each in files]
