"""Compute formulas that were saved without results, with LibreOffice where it is installed."""

import shutil
import subprocess
import tempfile
from pathlib import Path

SECONDS = 60


def recalculated(data: bytes) -> bytes | None:
    """Return the workbook as .xlsx with its formulas computed; None without LibreOffice, or if it fails."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "source.xlsx", Path(folder) / "computed"
        source.write_bytes(data)
        profile = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
        words = [office, profile, "--headless", "--convert-to", "xlsx", "--outdir", str(target), str(source)]
        try:
            subprocess.run(words, timeout=SECONDS, capture_output=True, check=True)
        except (subprocess.SubprocessError, OSError):
            return None
        computed = target / source.name
        return computed.read_bytes() if computed.is_file() else None
