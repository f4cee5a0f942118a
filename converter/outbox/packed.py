"""What a kept file holds after its first line: lists packed one behind the other, unpacked when looked at."""

import zlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Generic, TypeVar, overload

import msgspec

from converter.figures import Figure
from converter.outbox.changes import Revision

Each = TypeVar("Each")
QUICK = 1  # the quickest of zlib's levels packs to a twelfth, for names of files and sheets repeat


def packed(several: Iterable[Sequence[Any]]) -> list[bytes]:
    """Return each list packed; its last bytes are a checksum, and never nil."""
    return [zlib.compress(msgspec.json.encode(tuple(each)), QUICK) for each in several]


class Packed(Sequence[Each], Generic[Each]):
    """One list of a file, from byte `start` to before `end`: read each time it is looked at, and not held."""

    def __init__(self, file: Path, start: int, end: int, kind: type[Each]) -> None:
        self._file, self._start, self._size, self._kind = file, start, end - start, kind

    def _all(self) -> tuple[Each, ...]:
        with self._file.open("rb") as data:
            data.seek(self._start)
            found: tuple[Each, ...] = _DECODERS[self._kind].decode(zlib.decompress(data.read(self._size)))
            return found

    def __iter__(self) -> Iterator[Each]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())

    @overload
    def __getitem__(self, at: int) -> Each: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Each]: ...
    def __getitem__(self, at: int | slice) -> Each | Sequence[Each]:
        return self._all()[at]


_DECODERS: dict[type, Any] = {kind: msgspec.json.Decoder(tuple[kind, ...]) for kind in (Figure, Revision)}  # type: ignore[valid-type]
