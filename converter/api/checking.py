"""Submitted reports checked, without a screen."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from converter.batch.verification import Verification, verify
from converter.errors import Failure, ReadError
from converter.verify.submitted import CheckedReport


def checked(
    reports: Sequence[Path], data: Path | None, packs: tuple[Path, ...], password: str, jobs: int
) -> Iterator[CheckedReport | Failure]:
    """Yield what became of every report; ReadError if there is none, or no folder `data`."""
    try:
        yield from verify(Verification(packs, reports, data, password), jobs)
    except FileNotFoundError as missing:
        raise ReadError(str(missing)) from None
