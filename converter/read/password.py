"""Open workbooks that ask for a password, if one was given."""

import io

from converter import messages
from converter.read.errors import ReadError

_MARK = "EncryptedPackage".encode("utf-16-le")  # the stream that holds an encrypted .xlsx


def opened(data: bytes, password: str, file: str) -> bytes:
    """Return the workbook's bytes, decrypted if need be; ReadError without the password that opens it."""
    if _MARK not in data:
        return data
    if not password:
        raise ReadError(messages.FILE_ENCRYPTED.format(file=file))
    from msoffcrypto import OfficeFile
    from msoffcrypto.exceptions import DecryptionError, InvalidKeyError

    plain = io.BytesIO()
    try:
        office = OfficeFile(io.BytesIO(data))
        office.load_key(password=password)
        office.decrypt(plain)
    except (InvalidKeyError, DecryptionError):
        raise ReadError(messages.FILE_PASSWORD.format(file=file)) from None
    return plain.getvalue()
