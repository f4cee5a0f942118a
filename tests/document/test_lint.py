"""Faults that no validator notices but Word does: a lint of the package."""

import re
from posixpath import normpath

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Parts = dict[str, bytes]


def _roots(parts: Parts) -> list[etree._Element]:
    return [
        etree.fromstring(data)
        for name, data in parts.items()
        if name.startswith("word/") and "rels" not in name
    ]


def _document(parts: Parts) -> etree._Element:
    return etree.fromstring(parts["word/document.xml"])


def test_every_style_referred_to_exists(parts: Parts) -> None:
    styles = etree.fromstring(parts["word/styles.xml"])
    known = {style.get(f"{W}styleId") for style in styles.iter(f"{W}style")}
    tags = {f"{W}{name}" for name in ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link")}
    used = {node.get(f"{W}val") for root in _roots(parts) for node in root.iter() if node.tag in tags}
    assert used <= known
    assert len(known) < 35


def test_headings_have_outline_levels(parts: Parts) -> None:
    styles = etree.fromstring(parts["word/styles.xml"])
    levels = {
        style.find(f"{W}name").get(f"{W}val"): style.find(f"{W}pPr/{W}outlineLvl").get(f"{W}val")
        for style in styles.iter(f"{W}style")
        if style.find(f"{W}pPr/{W}outlineLvl") is not None
    }
    assert levels == {"heading 1": "0", "heading 2": "1", "heading 3": "2", "heading 4": "3"}


def test_every_font_is_named_for_every_script_and_none_by_theme(parts: Parts) -> None:
    for root in _roots(parts):
        for fonts in root.iter(f"{W}rFonts"):
            named = {name.removeprefix(W) for name in fonts.attrib}
            assert named in ({"ascii", "hAnsi", "eastAsia", "cs"}, {"hint"})
    assert not any(re.search(rb"[tT]heme", data) for data in parts.values())


def test_nothing_is_coloured(parts: Parts) -> None:
    for root in _roots(parts):
        assert not list(root.iter(f"{W}color"))
        for node in root.iter():
            assert node.get(f"{W}color", "auto") == "auto"
            fill = node.get(f"{W}fill", "000000")
            assert fill[:2] == fill[2:4] == fill[4:]


def test_rows_fill_the_grid_and_widths_agree(parts: Parts) -> None:
    for table in _document(parts).iter(f"{W}tbl"):
        grid = [int(column.get(f"{W}w")) for column in table.iter(f"{W}gridCol")]
        assert sum(grid) == int(table.find(f"{W}tblPr/{W}tblW").get(f"{W}w"))
        for row in table.iter(f"{W}tr"):
            column = 0
            for tc in row.iter(f"{W}tc"):
                span = tc.find(f"{W}tcPr/{W}gridSpan")
                end = column + (1 if span is None else int(span.get(f"{W}val")))
                assert int(tc.find(f"{W}tcPr/{W}tcW").get(f"{W}w")) == sum(grid[column:end])
                column = end
            assert column == len(grid)


def test_a_merge_continues_only_below_its_start(parts: Parts) -> None:
    for table in _document(parts).iter(f"{W}tbl"):
        open_columns: set[int] = set()
        for row in table.iter(f"{W}tr"):
            column, merged = 0, set()
            for tc in row.iter(f"{W}tc"):
                merge, span = tc.find(f"{W}tcPr/{W}vMerge"), tc.find(f"{W}tcPr/{W}gridSpan")
                if merge is not None:
                    assert merge.get(f"{W}val") == "restart" or column in open_columns
                    merged.add(column)
                column += 1 if span is None else int(span.get(f"{W}val"))
            open_columns = merged


def test_sections_turn_the_page_only_where_an_annex_does(parts: Parts) -> None:
    sections = list(_document(parts).iter(f"{W}sectPr"))
    turned = [section.find(f"{W}pgSz").get(f"{W}orient") for section in sections]
    assert turned == [None, "landscape", None]
    for section in sections:
        footers = {footer.get(f"{W}type") for footer in section.iter(f"{W}footerReference")}
        assert footers == {"default", "even"}
        assert section.find(f"{W}pgNumType") is None


def test_no_empty_paragraph_but_where_word_needs_one(parts: Parts) -> None:
    body = _document(parts).find(f"{W}body")
    for paragraph in body.findall(f"{W}p"):
        ends_table = paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "TableEnd"
        assert ends_table is not bool("".join(paragraph.itertext()))
        assert not ends_table or paragraph.getprevious().tag == f"{W}tbl"


def test_runs_balance_and_relationships_lead_somewhere(parts: Parts) -> None:
    relations = etree.fromstring(parts["word/_rels/document.xml.rels"])
    known = {relation.get("Id") for relation in relations}
    used = set(re.findall(rb'r:id="([^"]+)"', parts["word/document.xml"]))
    assert {name.decode() for name in used} <= known
    assert all(normpath(f"word/{relation.get('Target')}") in parts for relation in relations)


def _ids(document: etree._Element, tag: str) -> list[str]:
    return [node.get(f"{W}id") for node in document.iter(f"{W}{tag}")]


def test_bookmarks_balance_and_are_unique(parts: Parts) -> None:
    document = _document(parts)
    names = [node.get(f"{W}name") for node in document.iter(f"{W}bookmarkStart")]
    starts = _ids(document, "bookmarkStart")
    assert len(names) == 25
    assert len(set(names)) == len(names) == len(set(starts))
    assert starts == _ids(document, "bookmarkEnd")
    assert all(re.fullmatch(r"_[A-Za-z0-9_]{1,39}", name) for name in names)
    for start in document.iter(f"{W}bookmarkStart"):
        run, end = start.getnext(), start.getnext().getnext()
        assert run.tag == f"{W}r"
        assert (end.tag, end.get(f"{W}id")) == (f"{W}bookmarkEnd", start.get(f"{W}id"))


def test_comments_balance_and_each_is_on_something(parts: Parts) -> None:
    document = _document(parts)
    starts = _ids(document, "commentRangeStart")
    assert sorted(starts) == sorted(_ids(document, "commentRangeEnd")) == sorted(set(starts))
    assert sorted(starts) == sorted(_ids(document, "commentReference"))
    if "word/comments.xml" in parts:
        comments = etree.fromstring(parts["word/comments.xml"])
        assert [comment.get(f"{W}id") for comment in comments] == sorted(starts, key=int)
        assert all(comment.get(f"{W}author") and comment.get(f"{W}date") is None for comment in comments)
        assert len(comments) == 5
    else:
        assert starts == []
