"""The .docx package: a skeleton of everything but the body, to which a body is appended.

No clock and no machine shows in the file: every member has the earliest date a zip can hold.
"""

from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

EPOCH = datetime(1980, 1, 1, tzinfo=UTC)
BODY = "word/document.xml"
_CREATED_ON_UNIX = 3


def without_body(package: bytes) -> bytes:
    """Return the package with fixed dates and without its body, ready for `with_body`."""
    sealed = BytesIO()
    with ZipFile(BytesIO(package)) as source, ZipFile(sealed, "w") as target:
        for name in source.namelist():
            if name != BODY:
                target.writestr(_member(name), source.read(name))
    return sealed.getvalue()


def with_body(skeleton: bytes, body: str) -> bytes:
    """Return a whole .docx: the skeleton and the body's XML. Only the body is compressed anew."""
    package = BytesIO(skeleton)
    with ZipFile(package, "a") as target:
        target.writestr(_member(BODY), body.encode())
    return package.getvalue()


def _member(name: str) -> ZipInfo:
    member = ZipInfo(name, EPOCH.timetuple()[:6])
    member.compress_type = ZIP_DEFLATED
    member.create_system = _CREATED_ON_UNIX
    return member
