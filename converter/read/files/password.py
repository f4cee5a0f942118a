"""Open workbooks that ask for a password, if one was given."""

import io
import re
import zipfile
import zlib

from converter import messages
from converter.errors import ReadError

_MANIFEST = 1_000_000  # so much of an .ods file's list of parts is looked at
_MARK = "EncryptedPackage".encode("utf-16-le")  # the stream that holds an encrypted .xlsx

# An .xls says so in the record after its first, which it may be put off by one that forbids writing.
_LOCKED_XLS = re.compile(rb"\x09\x08\x10\x00\x00\x06.{14}(?:\x86\x00\x00\x00)?\x2f\x00", re.DOTALL)


def locked(data: bytes) -> bool:
    """Whether a workbook that could not be read is an .xls or .ods that asks for a password."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package, package.open("META-INF/manifest.xml") as manifest:
            return b"encryption-data" in manifest.read(_MANIFEST)
    except (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError, EOFError, zlib.error):
        return bool(_LOCKED_XLS.search(data))


def opened(data: bytes, password: str, file: str) -> bytes:
    """Return the workbook's bytes, decrypted if need be; ReadError without the password that opens it."""
    if _MARK not in data:
        return data
    if not password:
        raise ReadError(messages.files.FILE_ENCRYPTED.format(file=file))
    from msoffcrypto import OfficeFile
    from msoffcrypto.exceptions import DecryptionError, InvalidKeyError

    decrypted = io.BytesIO()
    try:
        office = OfficeFile(io.BytesIO(data))
        office.load_key(password=password)
        office.decrypt(decrypted)
    except (InvalidKeyError, DecryptionError):
        raise ReadError(messages.files.FILE_PASSWORD.format(file=file)) from None
    return decrypted.getvalue()
