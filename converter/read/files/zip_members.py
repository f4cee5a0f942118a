"""The files in a zip archive, each unpacked within bounds, under the names their packer meant."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator

from msgspec import Struct

from converter import messages
from converter.errors import ReadError
from converter.pack import Limits
from converter.read.files.archive import UnsafeError
from converter.read.files.filed_file import FiledFile

_UTF8, _ENCRYPTED = 0x800, 0x1  # flags of a member
_UNICODE_PATH = 0x7075  # Info-ZIP's extra field: version, checksum of the raw name, the name in UTF-8
_SYSTEM_ENCODINGS = ("gb18030", "cp437")  # in which systems write names without saying so
_FOREIGN = re.compile("[\x80-\u07ff]")  # what short names in GBK look like when taken for UTF-8
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f\u202a-\u202e\u2066-\u2069]")
_KNOWN_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_LONGEST_NAME = 400
_BROKEN = (zipfile.BadZipFile, NotImplementedError, ValueError, RuntimeError, EOFError, OSError, zlib.error)


class ZipMember(Struct, frozen=True):
    """A file in an archive. `refused` says in Chinese why it was not unpacked, '' if it was."""

    file: FiledFile
    refused: str = ""


def members_of(archive: FiledFile, limits: Limits) -> list[ZipMember]:
    """Return the files in a zip archive, in its order; they are named as if it were a folder.

    ReadError if the archive is broken, has too many files or they are too large: nothing of it is used then.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(archive.read_within(limits))) as package:
            return list(_members(package, archive, limits))
    except UnsafeError as reason:
        raise ReadError(messages.files.FILE_UNSAFE.format(file=archive.name, reason=reason)) from None
    except _BROKEN:
        raise ReadError(messages.files.FILE_BROKEN.format(file=archive.name)) from None


def _members(package: zipfile.ZipFile, archive: FiledFile, limits: Limits) -> Iterator[ZipMember]:
    infos = [info for info in package.infolist() if not info.is_dir()]
    if len(infos) > limits.members:
        raise UnsafeError(messages.files.UNSAFE_MEMBERS)
    left = limits.unpacked_bytes
    for info in infos:
        parts = _path_parts(_name_of(info))
        if not parts:
            continue
        file = FiledFile(archive.path.with_suffix("").joinpath(*parts), "/".join((archive.name, *parts)), b"")
        if info.flag_bits & _ENCRYPTED:
            yield ZipMember(file, messages.inventory.LOCKED)
        elif (content := _content(package, info, left)) is None:
            yield ZipMember(file, messages.inventory.NOT_UNPACKED)
        else:
            left -= len(content)
            yield ZipMember(FiledFile(file.path, file.name, content))


def _content(package: zipfile.ZipFile, info: zipfile.ZipInfo, left: int) -> bytes | None:
    """Return a member unpacked, None if it can't be; UnsafeError if it is larger than what is left."""
    if info.compress_type not in _KNOWN_METHODS:  # the others unpack without bounds
        return None
    if info.file_size > left:
        raise UnsafeError(messages.files.UNSAFE_SIZE)
    try:
        with package.open(info) as member:
            return member.read(left + 1)  # no more than the member says it has, which is within bounds
    except _BROKEN:
        return None


def _path_parts(name: str) -> list[str]:
    """Return the folders of a name and the file's own, none of which leads upwards."""
    parts = _UNPRINTABLE.sub("_", name[-_LONGEST_NAME:]).replace("\\", "/").split("/")
    return [part for part in parts if part.strip(" .")]


def _name_of(info: zipfile.ZipInfo) -> str:
    """Return a member's name, in whatever encoding it was written."""
    if info.flag_bits & _UTF8:
        return info.orig_filename
    try:
        raw = info.orig_filename.encode("cp437")
    except UnicodeEncodeError:  # already read by another encoding
        return info.orig_filename
    return _stated_in_unicode(info.extra, raw) or _decoded(raw)


def _decoded(raw: bytes) -> str:
    try:
        text = raw.decode("utf-8")  # some write it without the flag
        if not _FOREIGN.search(text):
            return text
    except UnicodeDecodeError:
        pass
    for encoding in _SYSTEM_ENCODINGS:
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode("cp437")


def _stated_in_unicode(extra: bytes, raw: bytes) -> str:
    """Return the name in Info-ZIP's extra field, '' if there is none or it is of another name."""
    while len(extra) >= 4:
        kind, size = int.from_bytes(extra[:2], "little"), int.from_bytes(extra[2:4], "little")
        field, extra = extra[4 : 4 + size], extra[4 + size :]
        stated = kind == _UNICODE_PATH and field[:1] == b"\x01"
        if stated and int.from_bytes(field[1:5], "little") == zlib.crc32(raw):
            return field[5:].decode("utf-8", "ignore")
    return ""
