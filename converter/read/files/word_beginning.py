"""The first lines of a Word document: its title, before anything else is read."""

import io
import re
import zipfile
import zlib

from converter.pack import Limits
from converter.read.files.filed_file import FiledFile
from converter.read.files.xlsx.markup import NotPlainError, unescaped

MOST_LINES = 12
_BEGINNING = 300_000  # bytes of XML in which they are looked for
_DOCUMENT = "word/document.xml"
_ZIP = b"PK\x03\x04"
_TEXT = re.compile(r"<w:t(?: xml:space=\"preserve\")?>([^<]*+)</w:t>")
_HIDDEN = "<w:vanish"
_DAMAGED = (
    *(zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError, KeyError, EOFError, zlib.error),
    NotPlainError,
)


def first_lines(file: FiledFile, limits: Limits) -> list[str]:
    """Return the first lines of a .docx that are not blank, none of a file that is damaged, locked or another
    kind: whoever reads it whole says so. ReadError if the system refuses, or it is too large.
    """
    if not file.is_regular or not file.read_head().startswith(_ZIP):
        return []
    try:
        with (
            zipfile.ZipFile(io.BytesIO(file.read_within(limits))) as package,
            package.open(_DOCUMENT) as part,
        ):
            xml = part.read(_BEGINNING).decode("utf-8", "ignore")
        lines = map(_line, xml.split("</w:p>"))
        return [line for line in lines if line.strip()][:MOST_LINES]
    except _DAMAGED:
        return []


def _line(paragraph: str) -> str:
    runs = (run for run in paragraph.split("</w:r>") if _HIDDEN not in run)
    return unescaped("".join(text for run in runs for text in _TEXT.findall(run)))
