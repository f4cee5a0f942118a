"""Documents of every habit: which texts they give, and which of their chapters are not used."""

from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from msgspec.structs import replace

from converter.conversion.prose.sections import AssignedSection, assigned_sections, texts_of, year_of
from converter.errors import DocumentError
from converter.pack import load_pack
from converter.read import FiledFile, Reader
from tests.data import data_of

CASES: dict[str, dict[str, Any]] = data_of(Path(__file__).with_name("prose.yaml"))
PACK = load_pack()
READER = Reader(PACK)
TABLE = "表"


def _add(document: Document, content: str | dict[str, Any]) -> None:
    """Add a paragraph or a table as the cases describe it."""
    if isinstance(content, str):
        document.add_paragraph(content)
        return
    ((kind, value),) = content.items()
    if kind == "table":
        table = document.add_table(len(value), len(value[0]))
        for row, texts in zip(table.rows, value, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
    elif kind == "hidden":
        document.add_paragraph().add_run(value).font.hidden = True
    else:
        document.add_paragraph(value, kind)


def _written(path: Path, contents: list[str | dict[str, Any]]) -> Path:
    document = docx.Document()
    style = document.styles.add_style("Hidden", WD_STYLE_TYPE.PARAGRAPH)
    style.font.hidden = True  # type: ignore[attr-defined]
    for content in contents:
        _add(document, content)
    document.save(str(path))
    return path


def _is_unused(section: AssignedSection) -> bool:
    return section.is_table or bool(section.lines and not section.name)


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_which_texts_a_document_gives(case: dict[str, Any], tmp_path: Path) -> None:
    path = _written(tmp_path / case.get("file", "文字材料.docx"), case["document"])
    document = FiledFile(path, path.name)
    sections = assigned_sections(document, "示例市财政局", PACK)
    texts = {name: text.value.split("\n") for name, text in texts_of(sections, document).items()}
    assert texts == case["texts"]
    assert year_of(sections, document, READER.year_named) == case.get("year", 0)
    unused = [TABLE if section.is_table else section.heading for section in sections if _is_unused(section)]
    assert unused == case.get("unused", [])


def test_a_document_longer_than_any_report_is_not_read(tmp_path: Path) -> None:
    path = _written(tmp_path / "长.docx", ["一、部门概况", "甲" * 50])
    short = replace(PACK, limits=replace(PACK.limits, report_characters=50))
    with pytest.raises(DocumentError):
        assigned_sections(FiledFile(path, path.name), "甲局", short)
