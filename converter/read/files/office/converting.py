"""Other formats through LibreOffice, where it is installed.

What a document links to is not fetched. It is taken out of a zipped document; any other is handed over only
where the program can be kept from a network. Besides, a fresh profile each time names a proxy that answers to
nobody, and forbids links. Formulas are computed again whatever a file says of its results.
"""

import shutil
from pathlib import Path

from converter import messages
from converter.errors import ReadError
from converter.pack import Limits
from converter.read.files.filed_file import FiledFile
from converter.read.files.office.outside import folder_for_one, is_sealed
from converter.read.files.password import opened

SECONDS = 60
PLACES = (
    "soffice",
    "libreoffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
)
"""Names in the PATH, and where it is installed on macOS and Windows, which do not put it there."""

_SETTINGS: dict[str, dict[str, str | int]] = {
    "Inet/Settings": {
        "ooInetProxyType": 2,
        "ooInetHTTPProxyName": "127.0.0.1",
        "ooInetHTTPProxyPort": 9,
        "ooInetHTTPSProxyName": "127.0.0.1",
        "ooInetHTTPSProxyPort": 9,
        "ooInetFTPProxyName": "127.0.0.1",
        "ooInetFTPProxyPort": 9,
        "ooInetNoProxy": "",
    },
    "Office.Common/Security/Scripting": {"BlockUntrustedRefererLinks": "true", "MacroSecurityLevel": 3},
    "Office.Calc/Content/Update": {"Link": 1},
    "Office.Writer/Content/Update": {"Link": 0},
    "Office.Calc/Formula/Load": {"OOXMLRecalcMode": 0, "ODFRecalcMode": 0},
}
OPENED_BY_OFFICE = frozenset({".doc", ".wps", ".odt", ".rtf"})
STRIPPED = frozenset({".xlsx", ".ods", ".odt"})  # zipped: links can be taken out


def office_program() -> str | None:
    """Return the path of LibreOffice, None where it is not installed."""
    return next(filter(None, map(shutil.which, PLACES)), None)


def converted(data: bytes, suffix: str, target: str, limits: Limits) -> bytes | None:
    """Return a document in the format `target`, without its pictures if it is zipped.

    None without LibreOffice, or if it fails, or can be kept neither from links nor from a network.
    """
    office = office_program()
    if office is None:
        return None
    from converter.read.files.office.links import without_links

    given = without_links(data, limits) if suffix in STRIPPED else data if is_sealed() else None
    if given is None:
        return None
    with folder_for_one() as folder:
        source, results = folder.path / f"source{suffix}", folder.path / "converted"
        source.write_bytes(given)
        profile = folder.path / "profile"
        _write_settings(profile / "user")
        words = [office, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", target]
        done = folder.run([*words, "--outdir", str(results), str(source)], SECONDS)
        result = results / f"source.{target}"
        return result.read_bytes() if done and result.is_file() else None


def _write_settings(folder: Path) -> None:
    folder.mkdir(parents=True)
    items = "".join(
        f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for path, values in _SETTINGS.items()
        for name, value in values.items()
    )
    text = f'<oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>'
    (folder / "registrymodifications.xcu").write_text(text, encoding="utf-8")


def as_docx(file: FiledFile, limits: Limits, password: str = "") -> bytes:
    """Return a report as .docx, converted if it is in another format; ReadError if it can't be.

    `password` opens one that asks for it.
    """
    data, suffix = opened(file.read_within(limits), password, file.name), file.path.suffix.lower()
    if suffix not in OPENED_BY_OFFICE:
        return data
    if suffix not in STRIPPED and not is_sealed():
        raise ReadError(messages.verify.REPORT_NOT_SEALED.format(file=file.name))
    found = converted(data, suffix, "docx", limits)
    if found is None:
        raise ReadError(messages.verify.REPORT_NOT_CONVERTED.format(file=file.name))
    return found
