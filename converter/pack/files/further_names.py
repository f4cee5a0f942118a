"""Further names of labels, in a file that lies in an inbox: anybody who files may have written it."""

from pathlib import Path

from msgspec import Struct

from converter.pack.files.layers import lists_in
from converter.pack.files.overlays import flat_text, read_overlay
from converter.pack.files.yaml_data import yaml_data


class FurtherNames(Struct, frozen=True):
    """Lists of labels, each after the item it names, and the `content` of the file that says so."""

    entries: tuple[tuple[str, tuple[str, ...]], ...] = ()
    content: bytes = b""


NO_FURTHER_NAMES = FurtherNames()


def read_names(file: Path) -> FurtherNames:
    """Return the names in a file; PackError if it can't be read or is no mapping of lists."""
    content = read_overlay(file)
    text = flat_text(content, file)
    return FurtherNames(tuple(lists_in(yaml_data(text, file)).items()), content)
