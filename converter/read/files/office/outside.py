"""A program of others: it runs without a network, and neither it nor its files outlive who asked for it.

Where the system has no network namespaces that anybody may make (Windows, macOS, some containers), it can't
be kept from a network: `is_sealed` says so.
"""

import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

# It waits for the end of its standard input, which comes with the end of the process that writes there.
_GUARD = 'read -r group; read -r _; [ -z "$group" ] || kill -s KILL -- "-$group"; rm -rf -- "$0"'


# It begins when its guard knows it, and never if the process that would say so has ended before.
_BEGIN = 'read -r _ && exec "$@" < /dev/null'


@cache
def _sealing() -> tuple[str, ...]:
    """Return the words that run a program without a network, none where that can't be had."""
    tool = shutil.which("unshare")
    if tool is None:
        return ()
    words = (tool, "--map-root-user", "--net", "--")
    tried = subprocess.run([*words, "true"], capture_output=True, check=False)
    return () if tried.returncode else words


def is_sealed() -> bool:
    """Whether programs run without a network."""
    return bool(_sealing())


@contextmanager
def folder_for_one() -> Iterator["GuardedFolder"]:
    """Make a folder for one run of a program; both are gone afterwards, even if this process is killed."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        guard = None
        if sys.platform != "win32":
            guard = subprocess.Popen(
                ["/bin/sh", "-c", _GUARD, folder],
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        try:
            yield GuardedFolder(Path(folder), guard)
        finally:
            if guard:
                guard.communicate()


class GuardedFolder:
    """A folder, and the guard that removes it and ends the program that runs in it."""

    def __init__(self, path: Path, guard: "subprocess.Popen[bytes] | None") -> None:
        self.path, self._guard = path, guard

    def run(self, words: Sequence[str], seconds: int) -> bool:
        """Run a program to its end, and tell whether that was a good one within the time."""
        if self._guard:
            words = ["/bin/sh", "-c", _BEGIN, "sh", *words]
        try:
            program = subprocess.Popen(
                [*_sealing(), *words],
                stdin=subprocess.PIPE if self._guard else subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,  # a group of its own, with all that it starts
            )
        except OSError:
            return False
        if self._guard and self._guard.stdin:
            self._guard.stdin.write(b"%d\n" % program.pid)
            self._guard.stdin.flush()
        try:
            program.communicate(b"\n", timeout=seconds)
        except subprocess.TimeoutExpired:
            program.kill()
            program.wait()
        return program.returncode == 0
