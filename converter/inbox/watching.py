"""Wait for filings: an inbox whose files have stopped changing is ready to be converted."""

from collections.abc import Collection, Generator
from pathlib import Path
from time import monotonic

from converter.inbox.submissions import submissions

QUIET_SECONDS = 2.0  # without a change: no file is still being copied
STEP_MILLISECONDS = 250  # between two looks

FileStates = dict[Path, tuple[int, int]]


def watch_inbox(
    inbox: Path, ignored: Collection[Path] = (), polling: bool = False
) -> Generator[None, None, None]:
    """Yield at first, and then each time files were added, changed or removed and have come to rest.

    Waits for a first file in an empty inbox. What is `ignored` does not count. `polling` looks at the files
    themselves, for network shares that report no changes. KeyboardInterrupt on Ctrl-C.
    """
    from watchfiles import watch

    handled: FileStates = {}
    current, since = _states(inbox, ignored), monotonic()
    looks = watch(
        inbox,
        watch_filter=None,
        force_polling=polling,
        debounce=STEP_MILLISECONDS,
        rust_timeout=STEP_MILLISECONDS,
        yield_on_timeout=True,
        ignore_permission_denied=True,
    )
    for changes in looks:
        if not changes and current == handled:
            continue
        before, current = current, _states(inbox, ignored)
        if current != before:
            since = monotonic()
        elif current and current != handled and monotonic() - since >= QUIET_SECONDS:
            handled = current
            yield


def _states(inbox: Path, ignored: Collection[Path]) -> FileStates:
    """Return size and time of change of every filed file that is there."""
    found = {}
    for path in (path for submission in submissions(inbox, ignored) for path in submission.files):
        try:
            status = path.stat()
        except FileNotFoundError:  # moved away since it was listed
            continue
        found[path] = status.st_size, status.st_mtime_ns
    return found
