"""What a file is: told by its content, and by its name only where that must do."""

import io
import zipfile
import zlib
from enum import StrEnum

from converter.pack import Limits
from converter.read.files.filed_file import FiledFile
from converter.read.files.plain_text import is_text
from converter.read.files.workbook import MIME, OLE, SUFFIXES, XML_2003, ZIP, is_tagged


class FileKind(StrEnum):
    """What a file is; the words for kinds that are not used are `messages.inventory.KINDS`."""

    WORKBOOK = "workbook"
    WORD = "word"
    ZIP = "zip"
    OLD_WORD = "old-word"
    PRESENTATION = "presentation"
    PDF = "pdf"
    OFD = "ofd"
    PICTURE = "picture"
    MEDIA = "media"
    PACKED = "packed"
    WEB_PAGE = "web-page"
    SEPARATED = "separated"
    TEXT = "text"
    SHORTCUT = "shortcut"
    FOLDER = "folder"
    IRREGULAR = "irregular"
    EMPTY = "empty"
    PROGRAM = "program"
    UNKNOWN = "unknown"


WORD_SUFFIX = ".docx"
MAY_HOLD_TABLES = frozenset({FileKind.PACKED, FileKind.SEPARATED, FileKind.WEB_PAGE})

_NAMED = {
    **dict.fromkeys(SUFFIXES, FileKind.WORKBOOK),  # whatever is in them: the reader says what is wrong
    WORD_SUFFIX: FileKind.WORD,
}
_SIGNATURES = {
    b"%PDF": FileKind.PDF,
    b"Rar!\x1a\x07": FileKind.PACKED,
    b"7z\xbc\xaf\x27\x1c": FileKind.PACKED,
    b"\x1f\x8b": FileKind.PACKED,
    b"BZh": FileKind.PACKED,
    b"\xfd7zXZ": FileKind.PACKED,
    b"\x28\xb5\x2f\xfd": FileKind.PACKED,
    b"MSCF": FileKind.PACKED,
    b"\xff\xd8\xff": FileKind.PICTURE,
    b"\x89PNG": FileKind.PICTURE,
    b"GIF8": FileKind.PICTURE,
    b"BM": FileKind.PICTURE,
    b"II*\0": FileKind.PICTURE,
    b"MM\0*": FileKind.PICTURE,
    b"{\\rtf": FileKind.OLD_WORD,
    b"L\0\0\0\x01\x14\x02\0": FileKind.SHORTCUT,
    b"[InternetShortcut]": FileKind.SHORTCUT,
    MIME: FileKind.WEB_PAGE,
    b"ID3": FileKind.MEDIA,
    b"MZ": FileKind.PROGRAM,
}
_AT_FOUR = {b"ftypheic": FileKind.PICTURE, b"ftypmif1": FileKind.PICTURE, b"ftyp": FileKind.MEDIA}
_AT_EIGHT = {b"WEBP": FileKind.PICTURE, b"AVI ": FileKind.MEDIA, b"WAVE": FileKind.MEDIA}
_TAR, _TAR_AT = b"ustar", 257
_END_OF_EMPTY_ZIP = b"PK\x05\x06"

# Folders of a zipped document, and streams of a compound one
_FOLDERS = {"xl": FileKind.WORKBOOK, "word": FileKind.WORD, "ppt": FileKind.PRESENTATION}
_STREAMS = {
    "Workbook": FileKind.WORKBOOK,
    "Book": FileKind.WORKBOOK,
    "EncryptedPackage": FileKind.WORKBOOK,
    "WordDocument": FileKind.OLD_WORD,
    "PowerPoint Document": FileKind.PRESENTATION,
}
_OPEN_DOCUMENTS = {b"spreadsheet": FileKind.WORKBOOK, b"text": FileKind.OLD_WORD}
_SEPARATED_SUFFIXES = frozenset({".csv", ".tsv"})
_BY_SUFFIX = {  # where the content does not tell
    **dict.fromkeys((".doc", ".dot", ".wps", ".wpt", ".odt", ".rtf", ".uot"), FileKind.OLD_WORD),
    **dict.fromkeys((".ppt", ".pptx", ".dps", ".odp"), FileKind.PRESENTATION),
    **dict.fromkeys((".jpg", ".jpeg", ".png", ".gif", ".bmp", ".tif", ".tiff", ".heic"), FileKind.PICTURE),
    ".pdf": FileKind.PDF,
    ".ofd": FileKind.OFD,
    ".rar": FileKind.PACKED,
    ".7z": FileKind.PACKED,
}
_TEXT_CODES = ("utf-8", "gb18030")
_DAMAGED = (zipfile.BadZipFile, NotImplementedError, ValueError, KeyError, RuntimeError, EOFError, zlib.error)
_LONGEST_MIMETYPE = 200


def kind_of(file: FiledFile, limits: Limits) -> FileKind:
    """Return what a file is. ReadError if the system refuses, or the file is too large to look into."""
    if named := _NAMED.get(file.path.suffix.lower()):
        return named
    if not file.is_regular:
        return FileKind.FOLDER if file.path.is_dir() else FileKind.IRREGULAR
    head = file.read_head()
    if not head:
        return FileKind.EMPTY
    kind = _by_content(file, head, limits)
    return _BY_SUFFIX.get(file.path.suffix.lower(), kind) if kind is FileKind.UNKNOWN else kind


def _by_content(file: FiledFile, head: bytes, limits: Limits) -> FileKind:
    """Return what a file is as far as its content tells, UNKNOWN if it doesn't."""
    if head.startswith((ZIP, _END_OF_EMPTY_ZIP)):
        return _zipped(file.read_within(limits), file.path.suffix.lower())
    if head.startswith(OLE):
        return _compound(file.read_within(limits))
    return _by_signature(head) or _readable(head, file.path.suffix.lower())


def _by_signature(head: bytes) -> FileKind | None:
    for at, signatures in ((0, _SIGNATURES), (4, _AT_FOUR), (8, _AT_EIGHT)):
        for signature, kind in signatures.items():
            if head.startswith(signature, at):
                return kind
    return FileKind.PACKED if head.startswith(_TAR, _TAR_AT) else None


def _readable(head: bytes, suffix: str) -> FileKind:
    """Return what a file of words is, as far as its beginning tells; UNKNOWN if there are no words in it."""
    if XML_2003 in head:
        return FileKind.WORKBOOK
    if is_tagged(head):
        return FileKind.WEB_PAGE
    if suffix in _SEPARATED_SUFFIXES:
        return FileKind.SEPARATED
    if b"\0" in head:
        return FileKind.UNKNOWN
    return FileKind.TEXT if any(is_text(head, code) for code in _TEXT_CODES) else FileKind.UNKNOWN


def _zipped(data: bytes, suffix: str) -> FileKind:
    """Return what a zip archive is: a document, or an archive of files; what a damaged one seems to be."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = package.namelist()
            if "mimetype" in names:
                with package.open("mimetype") as member:
                    mimetype = member.read(_LONGEST_MIMETYPE)
                return next(
                    (kind for word, kind in _OPEN_DOCUMENTS.items() if word in mimetype), FileKind.UNKNOWN
                )
    except _DAMAGED:
        damaged = FileKind.UNKNOWN if suffix in _BY_SUFFIX else FileKind.ZIP
        return next((kind for name, kind in _FOLDERS.items() if f"{name}/".encode() in data), damaged)
    if "OFD.xml" in names:
        return FileKind.OFD
    if "[Content_Types].xml" not in names:
        return FileKind.ZIP
    folders = {name.partition("/")[0].lower() for name in names if "/" in name}
    return next((kind for name, kind in _FOLDERS.items() if name in folders), FileKind.UNKNOWN)


def _compound(data: bytes) -> FileKind:
    """Return what a compound file is, by the streams at its root."""
    from olefile import OleFileIO

    try:
        with OleFileIO(io.BytesIO(data)) as container:
            streams = {entry[0] for entry in container.listdir() if len(entry) == 1}
    except (OSError, ValueError, IndexError):
        return FileKind.UNKNOWN
    return next((kind for name, kind in _STREAMS.items() if name in streams), FileKind.UNKNOWN)
