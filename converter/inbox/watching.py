"""Wait for filings: a department whose files have stopped changing is ready to be converted."""

from collections.abc import Collection, Generator, Iterator
from pathlib import Path
from time import monotonic, sleep

from converter.errors import ReadError
from converter.inbox.submissions import submissions

QUIET_SECONDS = 2.0  # without a change: no file is still being copied
STEP_MILLISECONDS = 250  # between two looks
AWAY_SECONDS = 2.0  # between two looks for an inbox that is out of reach

FileStates = dict[Path, tuple[int, int]]
LOOSE = ""  # in place of a folder: all loose files, which belong to nobody knows how many departments


class FolderChanges:
    """Which folders of an inbox have changed, and since when they have not. Times are in seconds."""

    def __init__(self) -> None:
        self._seen: dict[str, FileStates] = {}
        self._handled: dict[str, FileStates] = {}
        self._since: dict[str, float] = {}

    @property
    def is_idle(self) -> bool:
        """Whether all that was seen is handled."""
        return self._seen == self._handled

    def see(self, states: dict[str, FileStates], now: float) -> None:
        """Take in what is there now, the files by folder."""
        for folder in {*states, *self._seen}:
            if states.get(folder) != self._seen.get(folder):
                self._since[folder] = now
        self._seen = states

    def take_due(self, now: float) -> frozenset[str] | None:
        """Return the folders that still change if others have changed and come to rest, which then count as
        handled; None if there is nothing to do.
        """
        changing = {folder for folder, since in self._since.items() if now - since < QUIET_SECONDS}
        changed = {
            folder
            for folder in {*self._seen, *self._handled}
            if self._seen.get(folder) != self._handled.get(folder)
        }
        if not self._seen or not changed - changing:
            return None
        kept = {folder: states for folder, states in self._handled.items() if folder in changing}
        self._handled = {
            folder: states for folder, states in self._seen.items() if folder not in changing
        } | kept
        return frozenset(changing)


def watch_inbox(
    inbox: Path, ignored: Collection[Path] = (), *, polling: bool = False
) -> Generator[frozenset[str] | None, None, None]:
    """Yield at first, and then each time a folder's files were added, changed or removed and have come to
    rest: the folders of which that is not yet true, '' for loose files. None once the inbox is out of reach,
    which it waits for.

    Waits for a first file in an empty inbox. What is `ignored` does not count. `polling` looks at the files
    themselves, for network shares that report no changes. KeyboardInterrupt on Ctrl-C.
    """
    changes = FolderChanges()
    while True:
        try:
            for _ in _looks(inbox, changes, polling=polling):
                changes.see(_states(inbox, ignored), monotonic())
                changing = changes.take_due(monotonic())
                if changing is not None:
                    yield changing
        except (ReadError, OSError):
            yield None
            while not inbox.is_dir():
                sleep(AWAY_SECONDS)


def _looks(inbox: Path, changes: FolderChanges, *, polling: bool) -> Iterator[None]:
    """Yield when there may be something new; ReadError if the inbox is gone."""
    from watchfiles import watch

    yield
    looks = watch(
        inbox,
        watch_filter=None,
        force_polling=polling,
        debounce=STEP_MILLISECONDS,
        rust_timeout=STEP_MILLISECONDS,
        yield_on_timeout=True,
        ignore_permission_denied=True,
    )
    for reported in looks:
        if reported or not changes.is_idle:
            yield
        elif not inbox.is_dir():  # which nothing reports
            raise ReadError


def _states(inbox: Path, ignored: Collection[Path]) -> dict[str, FileStates]:
    """Return size and time of change of every filed file that is there, by its folder."""
    found: dict[str, FileStates] = {}
    for submission in submissions(inbox, ignored):
        for path in submission.files:
            try:
                status = path.stat()
            except OSError:  # moved away since it was listed, or out of reach
                continue
            found.setdefault(submission.folder, {})[path] = status.st_size, status.st_mtime_ns
    return found
