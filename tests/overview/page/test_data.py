"""What the page is made of, without a browser."""

import base64
import json
import re
import zlib
from typing import Any

from converter.overview.builder import Overview
from converter.overview.page.page import page
from converter.pack.pack import Pack
from tests.overview.page.examples import HOSTILE, overview

BLOCK = re.compile(r'<script type="application/zlib" id="([\w-]+)">(.*?)</script>', re.DOTALL)


def _blocks(text: str) -> dict[str, Any]:
    packed = {name: base64.b64decode(data, validate=True) for name, data in BLOCK.findall(text)}
    return {name: json.loads(zlib.decompress(data)) for name, data in packed.items()}


def test_the_same_overview_gives_the_same_bytes(pack: Pack, made_up: Overview) -> None:
    assert page(made_up) == page(overview(pack))


def test_what_users_wrote_stands_in_data_only_and_packed(made_up: Overview) -> None:
    text = page(made_up).decode("utf-8")
    rows = _blocks(text)["index"]["departments"]
    assert rows[-1]["columns"]["name"] == HOSTILE
    bare = BLOCK.sub("", text)
    assert "onerror" not in bare
    for _, data in BLOCK.findall(text):
        assert not set("<>&\u2028\u2029") & set(data)


def test_nothing_is_loaded_from_elsewhere(made_up: Overview) -> None:
    bare = BLOCK.sub("", page(made_up).decode("utf-8"))
    addresses = re.findall(r"https?://[^'\"\s]+", bare)
    assert addresses == ["http://www.w3.org/2000/svg"]  # a name, not a place
    assert not re.search(r"<(link|img|iframe|script src)|@import|url\(", bare)


def test_every_department_has_its_details(made_up: Overview) -> None:
    blocks = _blocks(page(made_up).decode("utf-8"))
    details = [each for name, chunk in blocks.items() if name.startswith("details") for each in chunk]
    assert len(details) == len(blocks["index"]["departments"]) == len(made_up.rows)


def test_details_are_in_the_order_of_the_index(made_up: Overview) -> None:
    blocks = _blocks(page(made_up).decode("utf-8"))
    size = blocks["index"]["chunk"]
    for at, row in enumerate(made_up.rows):
        details = blocks[f"details-{at // size}"][at % size]
        assert details["outputs"] == list(row.outputs)
        assert details["sources"] == {label: row.figure(label).source for label in details["sources"]}
