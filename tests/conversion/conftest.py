"""The samples, and a converted copy of them for all tests that need one."""

import shutil
from pathlib import Path
from unittest.mock import patch

import pytest
from typer.testing import CliRunner, Result

from converter.cli.app import app
from tests.shared import made_once

SAMPLES = Path(__file__).parents[2] / "samples" / "inbox"
NATIONAL_SAMPLES = SAMPLES.with_name("inbox-national")
SEED = "常德市人民政府办公室"
CLEAN = "武陵市档案馆"
FAULTY = "临江县文化旅游广电体育局"
SCREEN = "screen.txt"


def jixiao(*arguments: str | Path) -> Result:
    """Run the command line; a traceback fails the test."""
    with patch("gc.freeze"):  # a run keeps what it read from the collector, for its process ends with it
        result = CliRunner().invoke(app, [str(argument) for argument in arguments])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def _converted(factory: pytest.TempPathFactory, name: str, *arguments: str | Path) -> Path:
    """Return an outbox that is made once for all tests, whatever process they run in; what the screen said is
    beside it.
    """

    def convert(folder: Path) -> None:
        screen = jixiao("convert", *arguments, "-o", folder / "outbox", "-j", "1").output
        (folder / SCREEN).write_text(screen, "utf-8")

    return made_once(factory, name, convert) / "outbox"


@pytest.fixture(scope="session")
def outbox(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The samples converted."""
    return _converted(tmp_path_factory, "samples", SAMPLES)


@pytest.fixture(scope="session")
def copies(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample with faults converted with all that may be made besides a report: its folder."""
    made_besides = ("--review", "--mark", "--side-by-side")
    return _converted(tmp_path_factory, "copies", SAMPLES / FAULTY, *made_besides) / FAULTY


@pytest.fixture(scope="session")
def national_outbox(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample of the national form of self-evaluation converted."""
    return _converted(tmp_path_factory, "national", NATIONAL_SAMPLES, "--pack", "national-selfeval")


@pytest.fixture(scope="session")
def city_outbox(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample of a city with forms of its own converted, which is ready."""
    return _converted(tmp_path_factory, "city", SAMPLES.with_name("inbox-yueyang"))


@pytest.fixture(scope="session")
def later_outbox(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample of a later year converted."""
    return _converted(tmp_path_factory, "later", SAMPLES.with_name("inbox-2023"))


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """A copy of the samples' inbox that a test may alter."""
    return Path(shutil.copytree(SAMPLES, tmp_path / "inbox"))


def report(outbox: Path, department: str, pending: bool = False) -> Path:
    """Return the path of a department's report for 2020."""
    mark = "（待核）" if pending else ""
    return outbox / department / f"2020年度{department}部门整体支出绩效评价报告{mark}.docx"
