"""Inboxes of many small departments, made fast: each files the same table under its own name."""

import hashlib
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from samples.filing import write
from samples.filing.departments import SEED, load
from samples.filing.final_accounts import final_accounts

BOOK = "2020年度部门决算公开表.xlsx"
JIXIAO = (sys.executable, "-c", "from converter.cli import main; main()")
"""The command line as a process of its own."""
Inbox = Callable[[int], Path]


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workbook with the first table of final accounts."""
    path = tmp_path_factory.mktemp("template") / BOOK
    write.book(final_accounts(load(SEED).accounts)[2:3], path)
    return path


@pytest.fixture
def small_inbox(template: Path, tmp_path: Path) -> Inbox:
    """A function that makes an inbox with that many departments."""

    def make(count: int) -> Path:
        return fill(tmp_path / "inbox", template, count)

    return make


def fill(inbox: Path, template: Path, count: int) -> Path:
    """File a table for that many departments."""
    for number in range(count):
        file_for(template, inbox / name_of(number) / BOOK, name_of(number))
    return inbox


def name_of(number: int) -> str:
    return f"临江县第{number:03}局"


def file_for(template: Path, target: Path, department: str) -> None:
    """Write the template with another department's name."""
    target.parent.mkdir(parents=True, exist_ok=True)
    old, new = SEED.encode(), department.encode()
    with zipfile.ZipFile(template) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copy:
        for entry in source.infolist():
            copy.writestr(entry, source.read(entry).replace(old, new))


def contents(outbox: Path) -> dict[str, str]:
    """Return the hash of every file of every department, and of those in the history, by path.

    The overview is left out: after a run with failures it is another one.
    """
    return {
        path.relative_to(outbox).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for folder in outbox.glob("[!.]*")
        for path in folder.rglob("*")
        if path.is_file() and not path.name.startswith("汇总")
    }
