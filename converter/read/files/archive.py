"""The parts of a zipped workbook, each unpacked within bounds and never believed what it says of its size.

The reader unpacks parts by itself, without bounds: whatever it would touch is unpacked here first.
"""

import io
import struct
import zipfile
import zlib

from converter import messages
from converter.pack import Limits

_READ = (".xml", ".rels", ".bin")  # the kinds of parts a reader looks into; pictures are not among them
_LOCAL, _LOCAL_NAMES = 30, 26  # the fixed length of a part's own header, and where its variable lengths stand
_ENCRYPTED = 0x1


class UnsafeError(Exception):
    """A workbook that must not be opened; `str()` is the reason in Chinese."""


def unpacked(data: bytes, limits: Limits) -> dict[str, bytes]:
    """Return the parts of a zipped workbook by name; UnsafeError if it is a trap or broken."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            members = package.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError):
        raise UnsafeError(messages.files.UNSAFE_ZIP) from None
    if len(members) > limits.members:
        raise UnsafeError(messages.files.UNSAFE_MEMBERS)
    if len({member.filename.lower() for member in members}) < len(members):
        raise UnsafeError(messages.files.UNSAFE_DOUBLED)
    parts: dict[str, bytes] = {}
    left = limits.unpacked_bytes - sum(member.file_size for member in members if not _is_read(member))
    for member in filter(_is_read, members):
        parts[member.filename] = part = _part(data, member, max(left, 0))
        left -= len(part)
    return parts


def _is_read(member: zipfile.ZipInfo) -> bool:
    return member.filename.lower().endswith(_READ)


def _part(data: bytes, member: zipfile.ZipInfo, left: int) -> bytes:
    """Return a part unpacked; UnsafeError if it is larger than what is left."""
    if member.flag_bits & _ENCRYPTED:
        raise UnsafeError(messages.files.UNSAFE_LOCKED)
    packed = _packed(data, member)
    if member.compress_type == zipfile.ZIP_STORED:
        part = packed
    elif member.compress_type == zipfile.ZIP_DEFLATED:
        part = _inflated(packed, left)
    else:
        raise UnsafeError(messages.files.UNSAFE_ZIP)
    if len(part) > left:
        raise UnsafeError(messages.files.UNSAFE_SIZE)
    if zlib.crc32(part) != member.CRC:
        raise UnsafeError(messages.files.UNSAFE_ZIP)
    if b"!" in part and (b"<!DOCTYPE" in part or b"<!ENTITY" in part):  # no office program writes such
        raise UnsafeError(messages.files.UNSAFE_DOCTYPE)
    return part


def _packed(data: bytes, member: zipfile.ZipInfo) -> bytes:
    start = member.header_offset + _LOCAL
    try:
        names = struct.unpack_from("<HH", data, member.header_offset + _LOCAL_NAMES)
    except struct.error:
        raise UnsafeError(messages.files.UNSAFE_ZIP) from None
    return data[start + sum(names) : start + sum(names) + member.compress_size]


def _inflated(packed: bytes, left: int) -> bytes:
    inflating = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        return inflating.decompress(packed, left + 1)
    except zlib.error:
        raise UnsafeError(messages.files.UNSAFE_ZIP) from None
