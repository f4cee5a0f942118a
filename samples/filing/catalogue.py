"""Names of the government classification by code and year, read from catalogue.yaml."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import yaml


@cache
def data_of(name: str) -> Any:
    """The content of a data file of this folder, every scalar a string."""
    text = (Path(__file__).parent / name).read_text(encoding="utf-8")
    return yaml.load(text, Loader=yaml.BaseLoader)


def function_name(code: str, year: int) -> str:
    """The name of a functional 类, 款 or 项 as it read in that year."""
    catalogue = data_of("catalogue.yaml")
    older = catalogue["until"].get(code)
    if older and year <= int(older["year"]):
        return str(older["name"])
    return str(catalogue["function"][code])


def classes(year: int) -> list[str]:
    """The functional 类 in the tables of that year, in order."""
    catalogue = data_of("catalogue.yaml")
    since = catalogue["since"]
    return [code for code in catalogue["function"] if len(code) == 3 and year >= int(since.get(code, year))]


def economic_name(code: str) -> str:
    """The name of an economic 类 or 款."""
    return str(data_of("catalogue.yaml")["economic"][code])


def economic_codes(*classes: str) -> list[str]:
    """Every economic code of these 类, each 类 followed by its 款."""
    every = data_of("catalogue.yaml")["economic"]
    return [code for head in classes for code in every if code.startswith(head)]


def with_parents(codes: Iterable[str]) -> list[str]:
    """The codes with their 类 and 款 above them, in order: 201, 20103, 2010301, 2010302, …"""
    return sorted({code[:size] for code in codes for size in (3, 5, 7) if size <= len(code)})
