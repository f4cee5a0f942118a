"""The built-in style, a skeleton of it, and a report that uses every block."""

from pathlib import Path
from zipfile import ZipFile

import pytest
import yaml

from converter.document import Skeleton
from converter.pack import DEFAULT
from converter.pack.style import Style
from tests.document.examples import REPORT


@pytest.fixture(scope="session")
def style() -> Style:
    text = (DEFAULT / "style.yaml").read_text("utf-8")
    return Style.model_validate(yaml.load(text, Loader=yaml.CBaseLoader))


@pytest.fixture(scope="session")
def skeleton(style: Style) -> Skeleton:
    return Skeleton(style)


@pytest.fixture(scope="session")
def report(skeleton: Skeleton) -> bytes:
    return skeleton.render(REPORT)


@pytest.fixture(scope="session")
def parts(report: bytes, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    file: Path = tmp_path_factory.mktemp("report") / "report.docx"
    file.write_bytes(report)
    with ZipFile(file) as package:
        return {name: package.read(name) for name in package.namelist()}
