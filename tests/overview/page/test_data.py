"""What the page is made of, without a browser."""

import json
import re
from typing import Any

import pytest

from converter.overview.builder import Overview
from converter.overview.page import page
from converter.overview.phrases import Phrases
from converter.pack.pack import Pack
from tests.overview.page.examples import HOSTILE, overview

BLOCK = re.compile(r'<script type="application/json" id="([\w-]+)">(.*?)</script>', re.DOTALL)


def _blocks(text: str) -> dict[str, Any]:
    return {name: json.loads(data) for name, data in BLOCK.findall(text)}


def test_the_same_overview_gives_the_same_bytes(pack: Pack, made_up: Overview) -> None:
    assert page(made_up) == page(overview(pack))


def test_what_users_wrote_stands_in_data_only_and_escaped(made_up: Overview) -> None:
    text = page(made_up).decode("utf-8")
    rows = _blocks(text)["index"]["departments"]
    assert rows[-1][0] == HOSTILE
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


@pytest.mark.parametrize(
    "text",
    [
        "没有空的话",
        "2020年度部门决算公开表.xlsx!GK04 财政拨款!C34 = 1,234.50",
        "甲局.XLSX，C8：-3.5 万元，应为 3.5 万元。",
        "8",
        "＜局.xls 和 局.xls",
    ],
)
def test_packed_texts_come_back(text: str) -> None:
    phrases = Phrases()
    packed = [phrases.pack("在前面的一句 1"), phrases.pack(text)][1]
    plain = phrases.plain()
    number, *fillings = packed if isinstance(packed, list) else [packed]
    pieces = plain["phrases"][int(number)]
    words = [plain["words"][each] if isinstance(each, int) else each for each in fillings]
    assert "".join(a + b for a, b in zip(pieces, [*words, ""], strict=True)) == text


def test_alike_texts_share_a_phrase() -> None:
    phrases = Phrases()
    for number in range(50):
        phrases.pack(f"第{number}局决算.xlsx!收入决算表!C{number} = {number}.50")
    assert len(phrases.plain()["phrases"]) == 1
