"""The log of an outbox's runs, a line of JSON an event: `run.log.jsonl`."""

from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec

from converter.errors import writing


class RunLog:
    """Appends events; what each is called and carries is told in docs/manifest.md."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def note(self, event: str, **more: Any) -> None:
        """Write down that something happened now; OutboxError if it can't be written."""
        time = datetime.now().astimezone().isoformat(timespec="milliseconds")
        with writing(self._file), self._file.open("ab") as lines:
            lines.write(msgspec.json.encode({"time": time, "event": event, **more}) + b"\n")
