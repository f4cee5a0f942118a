"""Files of which only a part reached the disk, as a power failure may leave them, are nobody's work."""

_BEGINS, _ENDS = b"PK\x03\x04", b"PK\x05\x06"  # of a zip archive, which every Office file of ours is
_LAST = 22 + 65_535  # bytes before the end of an archive within which its end mark begins


def is_half(data: bytes) -> bool:
    """Whether a file is blank, or an Office file whose end is missing.

    What a person saves is neither, not even if it is locked by a password and thus no archive.
    """
    return is_blank(data) or (data.startswith(_BEGINS) and _ENDS not in data[-_LAST:])


def is_blank(data: bytes) -> bool:
    """Whether there is nothing in a file, or only the zeros of blocks that were never written."""
    return not data.strip(b"\0")
