"""Pages as LibreOffice lays them out, measured on the PDF; lengths in points from the page's top left."""

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest
from lxml import etree

FONTS = Path(__file__).parents[2] / "render" / "fonts.conf"
XHTML = "{http://www.w3.org/1999/xhtml}"


@dataclass(frozen=True)
class Line:
    text: str
    left: float
    right: float
    middle: float


@dataclass(frozen=True)
class Page:
    """`lines` from top to bottom; the last one is the page number."""

    width: float
    height: float
    lines: list[Line]

    @property
    def text(self) -> list[Line]:
        return self.lines[:-1]

    @property
    def number(self) -> Line:
        return self.lines[-1]


def laid_out(report: bytes, folder: Path) -> list[Page]:
    """Return the pages; without the tools skip, or fail where they are demanded."""
    _demand("soffice", "pdftotext")
    _convert(report, folder, "pdf")
    _run(folder, "pdftotext", "-bbox", "report.pdf", "report.xml")
    page_elements = etree.parse(folder / "report.xml").iter(f"{XHTML}page")
    return [_page(element) for element in page_elements]


def printed(report: bytes, folder: Path) -> bytes:
    """Return the report as a PDF."""
    _demand("soffice", "pdftotext")
    _convert(report, folder, "pdf")
    return (folder / "report.pdf").read_bytes()


def resaved(report: bytes, folder: Path) -> bytes:
    """Return the report as LibreOffice saves it after opening it."""
    _demand("soffice")
    _convert(report, folder, "docx:MS Word 2007 XML", "--outdir", "saved")
    return (folder / "saved" / "report.docx").read_bytes()


def _demand(*tools: str) -> None:
    if missing := [tool for tool in tools if not shutil.which(tool)]:
        message = f"not installed: {missing}"
        pytest.fail(message) if os.environ.get("JIXIAO_RENDER") == "1" else pytest.skip(message)


def _convert(report: bytes, folder: Path, *target: str) -> None:
    (folder / "report.docx").write_bytes(report)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    _run(folder, "soffice", profile, "--headless", "--convert-to", *target, "report.docx")


def _run(folder: Path, *command: str) -> None:
    env = os.environ | {"FONTCONFIG_FILE": str(FONTS)}
    subprocess.run(command, cwd=folder, env=env, check=True, capture_output=True, timeout=180)


def _page(element: etree._Element) -> Page:
    rows: dict[int, list[etree._Element]] = {}
    for word in element.iter(f"{XHTML}word"):
        rows.setdefault(round(_middle(word) / 4), []).append(word)
    lines = [_line(rows[row]) for row in sorted(rows)]
    return Page(float(element.get("width")), float(element.get("height")), lines)


def _line(words: list[etree._Element]) -> Line:
    words = sorted(words, key=lambda word: float(word.get("xMin")))
    text = "".join(word.text for word in words)
    return Line(text, float(words[0].get("xMin")), float(words[-1].get("xMax")), _middle(words[0]))


def _middle(word: etree._Element) -> float:
    return (float(word.get("yMin")) + float(word.get("yMax"))) / 2
