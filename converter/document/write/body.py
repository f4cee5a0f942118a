"""A report's blocks as the body of a Word document, section by section."""

from collections.abc import Iterable, Iterator
from itertools import groupby, zip_longest

from msgspec import Struct, field
from msgspec.structs import replace

from converter.document.write.package import RELATIONS, WORD
from converter.document.write.page_layout import BodyLayout
from converter.document.write.paragraphs import (
    annex_xml,
    attachments_xml,
    body_xml,
    cover_role,
    cover_xml,
    heading_xml,
    missing_xml,
    paragraph_xml,
    signature_xml,
    title_xml,
)
from converter.document.write.runs import RunWriter
from converter.document.write.tables.row_breaks import TablePlace
from converter.document.write.tables.tables import is_large, table_xml
from converter.narrative.blocks import (
    Annex,
    Attachments,
    Block,
    CoverLine,
    Heading,
    Missing,
    NewPage,
    Paragraph,
    Signature,
    Table,
    Title,
    text_lines,
)
from converter.pack import TableStyle

_OPEN = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document {WORD} {RELATIONS}><w:body>'
_CLOSE = "</w:body></w:document>"
_AFTER_TABLE = paragraph_xml("table_end")
_NEW_PAGE = paragraph_xml("table_end", own="<w:pageBreakBefore/>")
_TABLE = "</w:tbl>"
_LineBlock = Paragraph | Heading | Title | CoverLine | Missing | Attachments | Signature


class _Section(Struct):
    """Pages laid one way, and the blocks on them; `is_first_numbered`: they follow a cover."""

    landscape: bool
    is_first_numbered: bool = False
    blocks: list[Block] = field(default_factory=list)

    @property
    def is_cover(self) -> bool:
        """Whether it is the cover, whose pages have no number."""
        return any(isinstance(block, CoverLine) for block in self.blocks)

    def properties(self, layout: BodyLayout) -> str:
        """Return its properties in XML."""
        page = layout.page(landscape=self.landscape)
        if self.is_cover:
            return page.unnumbered
        return page.numbered_from_one if self.is_first_numbered else page.section


def document_part(blocks: Iterable[Block], layout: BodyLayout, run_writer: RunWriter) -> str:
    """Return the whole document part; the run writer notes the figures it prints.

    Raise ValueError at a table whose rows do not fill its grid.
    """
    *earlier, last = (
        (_section_xml(section, layout, run_writer), section.properties(layout))
        for section in _sections(blocks)
    )
    closed = [_with_properties(text, properties) for text, properties in earlier]
    return "".join([_OPEN, *closed, *last, _CLOSE])


def _sections(blocks: Iterable[Block]) -> Iterator[_Section]:
    """Yield the blocks in sections, a new one wherever an annex turns the page or a page is begun."""
    section = _Section(landscape=False)
    for block in blocks:
        turned = isinstance(block, Annex) and block.landscape is not section.landscape
        if turned or isinstance(block, NewPage):
            if section.blocks:
                yield section
            landscape = block.landscape if isinstance(block, Annex) else section.landscape
            section = _Section(landscape, section.is_cover)
        if not isinstance(block, NewPage):
            section.blocks.append(block)
    yield section


def _section_xml(section: _Section, layout: BodyLayout, run_writer: RunWriter) -> str:
    """Return a section's blocks, with a paragraph of no height between tables and after a last one."""
    parts: list[str] = []
    small = _small_tables(section.blocks, layout.style.table)
    page = layout.page(landscape=section.landscape)
    place = in_text = TablePlace(page.text_width, page.text_height)
    for index, (block, following) in enumerate(zip_longest(section.blocks, section.blocks[1:])):
        assert not isinstance(block, NewPage)
        below_table = bool(parts) and parts[-1].endswith(_TABLE)
        if isinstance(block, Table):
            table = table_xml(block, layout, run_writer, replace(place, is_small=index in small))
            part, place = table.text, replace(place, above=table.below, follows_table=True)
            if table.turns_page:
                parts.append(_NEW_PAGE)
            elif below_table and part.startswith("<w:tbl>"):
                parts.append(_AFTER_TABLE)
        elif isinstance(block, Annex):
            part, place = annex_xml(block, layout), _below_head(block, in_text, layout)
        else:
            is_last = isinstance(following, Attachments | Signature)
            part, place = (
                _block_xml(block, layout, run_writer, section, below_table=below_table, is_last=is_last),
                in_text,
            )
        if part:
            parts.append(part)
    if not parts or parts[-1].endswith(_TABLE):
        parts.append(_AFTER_TABLE)
    return "".join(parts)


def _small_tables(blocks: list[Block], style: TableStyle) -> set[int]:
    """Return the indexes of tables set in small type: large ones, and those that stand together with one."""
    small = set[int]()
    for _, group in groupby(enumerate(blocks), key=lambda each: isinstance(each[1], Table)):
        tables = dict(group)
        if any(isinstance(block, Table) and is_large(block, style) for block in tables.values()):
            small.update(tables)
    return small


def _below_head(annex: Annex, place: TablePlace, layout: BodyLayout) -> TablePlace:
    """Return where a table below the head of an annex stands."""
    lines = (("annex_mark", annex.mark), ("annex_title", annex.title))
    above = sum(layout.height_of(role, text, place.width) for role, text in lines)
    return replace(place, above=above, title=annex.title)


def _space_left(section: _Section, layout: BodyLayout) -> int:
    """Return what is left of the height of a cover, less a line of the grid, in twips."""
    page = layout.page(landscape=section.landscape)
    taken = layout.grid.line
    for block in section.blocks:
        role = "cover_title" if isinstance(block, Title) else cover_role(block)
        taken += layout.height_of(role, "\n".join(text_lines(block)), page.text_width)
    return max(0, page.text_height - taken)


def _with_properties(section: str, properties: str) -> str:
    """Return a section's text with its properties in its last paragraph, where Word looks for them."""
    before, end, after = section.rpartition("</w:pPr>")
    return f"{before}{properties}{end}{after}"


def _block_xml(
    block: _LineBlock,
    layout: BodyLayout,
    run_writer: RunWriter,
    section: _Section,
    *,
    below_table: bool,
    is_last: bool,
) -> str:
    match block:
        case Paragraph():  # the end of a text is on no page of its own
            room = layout.page(landscape=section.landscape).lines
            return body_xml(block, run_writer, room, below_table=below_table, keep_next=is_last)
        case Heading():
            return heading_xml(block, run_writer, layout.below_table * below_table)
        case Missing():
            return missing_xml(block)
        case Title():
            return title_xml(block, run_writer, on_cover=section.is_cover)
        case CoverLine():
            return cover_xml(block, run_writer, _space_left(section, layout))
        case Attachments():
            return attachments_xml(block, layout)
        case Signature():
            return signature_xml(block, layout, run_writer)
