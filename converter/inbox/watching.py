"""Wait for filings: an inbox whose files have stopped changing is ready to be run on."""

from collections.abc import Generator
from pathlib import Path
from time import monotonic

from converter.inbox.inbox import submissions

SETTLED = 2.0  # seconds without a change after which no file is still being copied
STEP = 250  # milliseconds between two looks

State = dict[Path, tuple[int, int]]


def settled(inbox: Path, polling: bool = False) -> Generator[None, None, None]:
    """Yield each time files of the inbox are new, changed or gone, and have kept still since; at first too.

    An inbox with nothing in it is waited for. `polling` looks at the files themselves, for network shares
    that tell of no changes. KeyboardInterrupt on Ctrl-C.
    """
    from watchfiles import watch

    done: State = {}
    now, since = _state(inbox), monotonic()
    looks = watch(
        inbox,
        watch_filter=None,
        force_polling=polling,
        debounce=STEP,
        rust_timeout=STEP,
        yield_on_timeout=True,
        ignore_permission_denied=True,
    )
    for changes in looks:
        if not changes and now == done:
            continue
        before, now = now, _state(inbox)
        if now != before:
            since = monotonic()
        elif now and now != done and monotonic() - since >= SETTLED:
            done = now
            yield


def _state(inbox: Path) -> State:
    """Return size and time of change of every filed file that is there."""
    found = {}
    for path in (path for bundle in submissions(inbox) for path in bundle.files):
        try:
            known = path.stat()
        except FileNotFoundError:  # moved away since it was listed
            continue
        found[path] = known.st_size, known.st_mtime_ns
    return found
