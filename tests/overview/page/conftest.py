"""A browser for all tests of the page, and two pages: made-up departments, and the samples converted."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium.webdriver import Chrome

from converter.batch.run import run
from converter.batch.run.job import Job
from converter.overview.builder import Overview, OverviewBuilder
from converter.overview.page.page import page
from converter.pack.loading import DEFAULT, load_pack
from converter.pack.pack import Pack
from tests.conversion.conftest import CLEAN, FAULTY, SAMPLES
from tests.overview.page.chromium import Shown, chromium
from tests.overview.page.examples import overview

ROSTER = f"部门,预算编码,别名,级次\n{CLEAN},001,老馆,市级\n{FAULTY},002,文旅局,县级\n没有交的局,003,,县级\n"


@pytest.fixture(scope="session")
def pack() -> Pack:
    return load_pack()


@pytest.fixture(scope="session")
def made_up(pack: Pack) -> Overview:
    return overview(pack)


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    with chromium(tmp_path_factory.mktemp("profile")) as driver:
        yield driver


@pytest.fixture
def shown(browser: Chrome, made_up: Overview, tmp_path: Path) -> Shown:
    """The made-up departments, freshly opened."""
    file = tmp_path / "index.html"
    file.write_bytes(page(made_up))
    return Shown(browser, file)


@pytest.fixture(scope="session")
def outbox(pack: Pack, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The samples and a roster, converted, with their page."""
    folder = tmp_path_factory.mktemp("season")
    inbox = Path(shutil.copytree(SAMPLES, folder / "inbox"))
    (inbox / "名册.csv").write_text(ROSTER, "utf-8-sig")
    builder = OverviewBuilder(pack)
    for _, results in run(Job((DEFAULT,), inbox, folder / "outbox"), 1):
        builder.add(results)
    (folder / "outbox" / "index.html").write_bytes(page(builder.overview(inbox)))
    return folder / "outbox"
