"""The .docx package: a skeleton of what all reports share, to which the parts that differ are appended.

No clock and no machine shows in the file: every member has the earliest date a zip can hold.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

EPOCH = datetime(1980, 1, 1, tzinfo=UTC)
BODY = "word/document.xml"
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELATIONS = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_CREATED_ON_UNIX = 3
_QUICK = 3  # the usual 6 takes twice the time for a tenth less


def package_of(parts: Mapping[str, str]) -> bytes:
    """Return a package of the parts, with fixed dates."""
    package = BytesIO()
    with ZipFile(package, "w") as target:
        for name, xml in parts.items():
            target.writestr(_member(name), xml.encode())
    return package.getvalue()


def with_parts(skeleton: bytes, parts: Mapping[str, str]) -> bytes:
    """Return a whole .docx: the skeleton and the parts that differ. Only these are compressed again."""
    package = BytesIO(skeleton)
    with ZipFile(package, "a") as target:
        for name, xml in parts.items():
            target.writestr(_member(name), xml.encode(), compresslevel=_QUICK)
    return package.getvalue()


def _member(name: str) -> ZipInfo:
    member = ZipInfo(name, EPOCH.timetuple()[:6])
    member.compress_type = ZIP_DEFLATED
    member.create_system = _CREATED_ON_UNIX
    return member
