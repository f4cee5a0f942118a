"""A file as it was filed: on the disk, or within an archive."""

from pathlib import Path

from msgspec import Struct

from converter import messages
from converter.errors import ReadError, reading
from converter.pack import Limits

HEAD = 4096  # bytes by which most kinds of files can be told


class FiledFile(Struct, frozen=True):
    """A file by its `path`, and the `name` by which findings and origins call it.

    `content` is that of a file within an archive, whose path is as if the archive were a folder; None for a
    file on the disk. `on_disk` is the path the system knows, where that is another.
    """

    path: Path
    name: str
    content: bytes | None = None
    on_disk: Path | None = None

    @property
    def is_regular(self) -> bool:
        """Whether there is content to read: a pipe or a device would be read for ever."""
        return self.content is not None or self._place.is_file()

    @property
    def size(self) -> int:
        """The number of bytes; ReadError if the system refuses."""
        if self.content is not None:
            return len(self.content)
        with reading(self.name):
            return self._place.stat().st_size

    def read_head(self) -> bytes:
        """Return the first bytes; ReadError if the system refuses."""
        if self.content is not None:
            return self.content[:HEAD]
        with reading(self.name), self._place.open("rb") as file:
            return file.read(HEAD)

    def read_bytes(self) -> bytes:
        """Return what is in the file; ReadError if the system refuses."""
        if self.content is not None:
            return self.content
        with reading(self.name):
            return self._place.read_bytes()

    def read_within(self, limits: Limits) -> bytes:
        """Return the same; ReadError also if the file is too large, or a pipe or a device."""
        if self.content is None:
            with reading(self.name):
                if not self.is_regular and self._place.is_symlink() | self._place.exists():
                    raise ReadError(messages.files.FILE_IRREGULAR.format(file=self.name))
                if self._place.stat().st_size > limits.file_bytes:
                    reason = messages.files.UNSAFE_SIZE
                    raise ReadError(messages.files.FILE_UNSAFE.format(file=self.name, reason=reason))
        return self.read_bytes()

    @property
    def _place(self) -> Path:
        return self.on_disk or self.path
