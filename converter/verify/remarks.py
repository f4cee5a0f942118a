"""Remarks on words."""

from collections.abc import Iterator

from converter.verify.checked import Remark


def remarks(*_: object) -> Iterator[Remark]:
    yield from ()
