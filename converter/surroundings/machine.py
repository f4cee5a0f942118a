"""A look at each thing the program rests on."""

import platform
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from importlib import metadata
from pyexpat import version_info as expat_version

from msgspec import Struct
from msgspec.structs import astuple

from converter import __version__, messages
from converter.pack import Pack
from converter.read import office_program

OLDEST_PYTHON, SAFE_EXPAT = (3, 11), (2, 6, 4)  # from 2.6.0 on a long token costs no square of its length
LIBRARIES = ("msgspec", "pydantic", "PyYAML", "Jinja2", "python-calamine", "XlsxWriter", "Pebble", "psutil")
FONT_SECONDS = 20  # for the system to list its fonts


class Surrounding(Struct, frozen=True):
    """What was found, in a Chinese line; `is_well` unless something should be done, which the line says."""

    line: str
    is_well: bool = True


def surroundings(pack: Pack) -> Iterator[Surrounding]:
    """Yield what was found: versions, Python, its expat, fonts, LibreOffice, poppler, browser."""
    yield Surrounding(
        messages.system.VERSIONS.format(
            version=__version__,
            pack=pack.meta.title,
            pack_version=pack.meta.version,
            libraries=messages.phrases.AND.join(map(_library, LIBRARIES)),
        )
    )
    found = platform.python_version()
    yield _either(
        sys.version_info >= OLDEST_PYTHON, messages.system.PYTHON, messages.system.PYTHON_OLD, found
    )
    expat = ".".join(map(str, expat_version))
    yield _either(expat_version >= SAFE_EXPAT, messages.system.EXPAT, messages.system.EXPAT_OLD, expat)
    yield _fonts(pack)
    office = office_program()
    yield _either(office, messages.system.OFFICE, messages.system.OFFICE_NONE, office)
    poppler = shutil.which("pdftoppm")
    yield Surrounding(
        messages.system.POPPLER.format(found=poppler) if poppler else messages.system.POPPLER_NONE
    )


def _either(is_well: object, well: str, ill: str, found: str | None) -> Surrounding:
    return Surrounding((well if is_well else ill).format(found=found), bool(is_well))


def _library(name: str) -> str:
    try:
        return f"{name} {metadata.version(name)}"
    except metadata.PackageNotFoundError:
        return messages.system.LIBRARY_NONE.format(name=name)


def _fonts(pack: Pack) -> Surrounding:
    styles = astuple(pack.style.styles)
    wanted = sorted({font for style in styles for font in (style.chinese, style.latin)})
    installed = _installed_fonts()
    if installed is None:
        return Surrounding(messages.system.FONTS_UNKNOWN.format(fonts=_listed(wanted)))
    missing = [font for font in wanted if font not in installed]
    return _either(
        not missing, messages.system.FONTS, messages.system.FONTS_MISSING, _listed(missing or wanted)
    )


def _installed_fonts() -> set[str] | None:
    """Return the families of the fonts that are installed, None where nothing lists them, as on Windows."""
    program = shutil.which("fc-list")
    if program is None:
        return None
    try:
        listed = subprocess.run(
            [program, ":", "family"], capture_output=True, timeout=FONT_SECONDS, check=True
        ).stdout.decode(errors="replace")
    except (OSError, subprocess.SubprocessError):
        return None
    return {name.strip() for line in listed.splitlines() for name in line.split(",")}


def _listed(names: Iterable[str]) -> str:
    return messages.phrases.AND.join(names)
