"""A pack begun: files with explanations for whoever goes on with it."""

from pathlib import Path

from converter.pack.files.layers import BUILT_IN, lineage, no_base, packs_called
from converter.pack.files.text import PackError

_FILES = BUILT_IN / "new"
_EXTENDS = "{extends}"


def write_new_pack(folder: Path, extends: str) -> None:
    """Write a pack that extends another: a small whole one if that has no report, else one of changes.

    FileExistsError if the folder is there; PackError if there is no pack to extend.
    """
    found = packs_called(extends, folder.resolve())
    if not found:
        raise PackError(folder, 0, no_base(extends, folder.resolve()))
    has_report = any((base / "report.md").is_file() for base in lineage(found[0]))
    folder.mkdir(parents=True)
    for file in sorted((_FILES / ("changes" if has_report else "whole")).iterdir()):
        text = file.read_text("utf-8").replace(_EXTENDS, extends)
        (folder / file.name).write_text(text, "utf-8")
