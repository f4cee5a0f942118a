"""Other formats through LibreOffice, where it is installed."""

import shutil
import subprocess
import tempfile
from pathlib import Path

from converter import messages
from converter.errors import ReadError, reading
from converter.read.files.password import opened

SECONDS = 60
OPENED_BY_OFFICE = frozenset({".doc", ".wps", ".odt", ".rtf"})


def converted(data: bytes, suffix: str, target: str) -> bytes | None:
    """Return a document in the format `target`; None without LibreOffice, or if it fails."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        source, results = Path(folder) / f"source{suffix}", Path(folder) / "converted"
        source.write_bytes(data)
        profile = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
        words = [office, profile, "--headless", "--convert-to", target]
        try:
            subprocess.run(
                [*words, "--outdir", str(results), str(source)],
                timeout=SECONDS,
                capture_output=True,
                check=True,
            )
        except (subprocess.SubprocessError, OSError):
            return None
        result = results / f"source.{target}"
        return result.read_bytes() if result.is_file() else None


def read_bytes(path: Path) -> bytes:
    """Return what a file holds; ReadError if it can't be read."""
    with reading(path.name):
        return path.read_bytes()


def as_docx(path: Path, password: str = "") -> bytes:
    """Return a report as .docx, converted if it is in another format; ReadError if it can't be.

    `password` opens one that asks for it.
    """
    data, suffix = opened(read_bytes(path), password, path.name), path.suffix.lower()
    if suffix not in OPENED_BY_OFFICE:
        return data
    found = converted(data, suffix, "docx")
    if found is None:
        raise ReadError(messages.verify.REPORT_NOT_CONVERTED.format(file=path.name))
    return found
