"""What a run is asked to do, and the part of it that one process does at a time."""

from pathlib import Path

from msgspec import Struct

from converter.inbox import Submission
from converter.outbox import HashedFile


class Job(Struct, frozen=True):
    """What to do with every department of an inbox.

    - `packs`: those to choose among; without any, those that come with the program.
    - `outbox`: where to write; without one, departments are only judged.
    - `password` opens files that need it; `timeout` (seconds) replaces the pack's limit.
    - `force`: departments that did not change are done too.
    - `review`, `mark`, `side_by_side`: also write a review copy of every report, copies of the workbooks with
      the findings on them, a page with the report and its sources.
    - `waiting`: the folders whose files still change, '' for loose files: they are not done now.
    - `only`: the one file of the inbox that is looked at.
    """

    packs: tuple[Path, ...]
    inbox: Path
    outbox: Path | None = None
    year: int = 0
    password: str = ""
    timeout: int = 0
    force: bool = False
    review: bool = False
    mark: bool = False
    side_by_side: bool = False
    waiting: frozenset[str] = frozenset()
    only: Path | None = None

    @property
    def outbox_within(self) -> Path | None:
        """The outbox by its path below the inbox, None if it lies elsewhere."""
        if self.outbox is None or not self.outbox.resolve().is_relative_to(self.inbox.resolve()):
            return None
        return self.inbox / self.outbox.resolve().relative_to(self.inbox.resolve())


class Task(Struct, frozen=True):
    """A submission to do, with the hashes of its files when the run was planned."""

    submission: Submission
    inputs: tuple[HashedFile, ...] = ()
