"""Edits of people merged into the report of today: the cases of merges.yaml."""

import re
from pathlib import Path
from typing import Any

import pytest

from converter.conversion.edits.blocks import blocks_of
from converter.conversion.edits.line_words import LineWords
from converter.conversion.edits.merge import Merged, merged
from converter.conversion.edits.segments import segments_of_blocks, segments_of_document, segments_of_lines
from converter.document.contents import BookmarkedText, Passage
from converter.document.heading_numbers import numbered_heading
from converter.narrative.blocks import (
    Attachments,
    Block,
    CoverLine,
    Heading,
    Missing,
    NewPage,
    Paragraph,
    Signature,
    TextRun,
)
from converter.pack.loading import load_pack
from converter.trace.printed_lines import printed_lines
from converter.trace.trail import Occurrence, Trail
from tests.data import data_of

CASES = data_of(Path(__file__).with_name("merges.yaml"))
FIGURE = re.compile(r"\[([^=\]]+)=([^\]]*)\]")
LINE_WORDS = LineWords(load_pack())


def _runs(line: str) -> tuple[TextRun, ...]:
    pieces = FIGURE.split(line)
    runs = []
    for at in range(0, len(pieces), 3):
        runs += [TextRun(pieces[at])] if pieces[at] else []
        runs += [TextRun(pieces[at + 2], pieces[at + 1])] if at + 2 < len(pieces) else []
    return tuple(runs)


def _block(line: str) -> Block:
    if line.startswith("# "):
        return Heading(1, _runs(line[2:]))
    if line.startswith("## "):
        return Heading(2, (TextRun(line[3:], written=True),))
    if line.startswith("▔ "):
        return CoverLine(_runs(line[2:]))
    if line == "▁":
        return NewPage()
    return Missing(line[2:]) if line.startswith("□ ") else Paragraph(_runs(line))


def _line(block: Block) -> str:
    match block:
        case Heading() | Paragraph():
            text = "".join(f"[{run.figure}={run.text}]" if run.figure else run.text for run in block.runs)
            return "#" * block.level + " " + text if isinstance(block, Heading) else text
        case Missing():
            return f"□ {block.text}"
        case CoverLine():
            return "▔ " + "".join(run.text for run in block.runs)
        case NewPage():
            return "▁"
    raise TypeError(block)


def _passage(line: str) -> Passage:
    """Return a line as it is read from Word: bookmarks are named for their figures."""
    text, marks = "", {}
    for run in _runs(line.removeprefix("#").removeprefix("# ").removeprefix("□ ").removeprefix("▔ ")):
        if run.figure:
            marks[run.figure] = (len(text), len(text) + len(run.text))
        text += run.text
    numbered = numbered_heading(text)
    return Passage(BookmarkedText(text, marks), numbered.level if numbered else 0)


def _merge(case: dict[str, Any]) -> tuple[list[str], Merged]:
    base = [_block(line) for line in case["base"]]
    names = {run.figure for line in case["base"] for run in _runs(line) if run.figure}
    trail = Trail(occurrences=tuple(Occurrence(name, name, None, "") for name in names))
    new = [_block(line) for line in case.get("new", case["base"])]
    written = list(segments_of_lines(printed_lines(base)))
    edited = segments_of_document((_passage(line) for line in case["edited"] if line != "▁"), trail, written)
    merge = merged(written, edited, segments_of_blocks(new), LINE_WORDS)
    return [_line(block) for block in blocks_of(merge.segments, new)], merge


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_edits_are_carried_over_or_left_out(case: dict[str, Any]) -> None:
    report, merge = _merge(case)
    assert report == case["report"]
    left = [f"{each.theirs} | {each.ours} | {each.figure}" for each in merge.left_out]
    assert left == case.get("left", [])


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_what_nobody_edited_is_as_the_program_writes_it(case: dict[str, Any]) -> None:
    new = case.get("new", case["base"])
    report, merge = _merge({"base": case["base"], "edited": case["base"], "new": new})
    kept = [line for line in report if line not in new]
    assert (kept, merge.left_out) == ([line for line in case["base"] if line in kept], [])


@pytest.mark.parametrize("by_hand", ["2021年6月30日", "2021.6.30", "二〇二一年六月三十日"])
@pytest.mark.parametrize("date", ["", "2021年6月1日"])
def test_a_date_set_by_hand_is_the_date_of_the_signature(date: str, by_hand: str) -> None:
    written: list[Block] = [Signature("某局", (TextRun(date),) if date else (), "联系人：张三")]
    base = list(segments_of_lines(printed_lines(written)))
    passages = [_passage(line) for line in ("某局", by_hand, "联系人：张三")]
    merge = merged(
        base, segments_of_document(passages, Trail(), base), segments_of_blocks(written), LINE_WORDS
    )
    assert blocks_of(merge.segments, written) == (Signature("某局", (TextRun(by_hand),), "联系人：张三"),)


@pytest.mark.parametrize("below", [(), ("某局",)], ids=["moved", "written twice"])
def test_who_signs_stands_below_the_list_of_annexes_though_put_above_it(below: tuple[str, ...]) -> None:
    listed = Attachments("附件：", ("1.指标表", "2.数据表"))
    written: list[Block] = [Paragraph((TextRun("全文。"),)), listed, Signature("某局", (), "")]
    base = list(segments_of_lines(printed_lines(written)))
    lines = ("全文。", "某局", "2021年6月30日", "附件：1.指标表", "2.数据表", *below)
    edited = segments_of_document(map(_passage, lines), Trail(), base)
    merge = merged(base, edited, segments_of_blocks(written), LINE_WORDS)
    signed = Signature("某局", (TextRun("2021年6月30日"),), "")
    assert blocks_of(merge.segments, written) == (*written[:2], signed)
    assert [(each.place, each.theirs) for each in merge.left_out] == [("落款", "移到别处")]
