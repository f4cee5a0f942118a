"""Blocks of text as WordprocessingML paragraphs, each by its named style."""

from itertools import accumulate

from converter.chinese import COMMA
from converter.document.write.lengths import twips
from converter.document.write.line_fit import LineRoom, change_of_spacing
from converter.document.write.measure import QUARTERS, broken, text_width
from converter.document.write.page_layout import BodyLayout
from converter.document.write.runs import RunWriter
from converter.document.write.styles import indent_attributes, style_id
from converter.document.write.text import run_xml
from converter.narrative.blocks import (
    Annex,
    Attachments,
    Block,
    CoverLine,
    Heading,
    Missing,
    Paragraph,
    Signature,
    TextRun,
    Title,
)

_KEEP = "<w:keepNext/>"
_SHORT = 6
"""So many signs of a mark stand on one line."""


def paragraph_xml(role: str, inside: str = "", own: str = "") -> str:
    """Return a paragraph in the style for `role`; `own` are properties the style cannot know."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style_id(role)}"/>{own}</w:pPr>{inside}</w:p>'


def line_xml(role: str, text: str, own: str = "") -> str:
    """Return a paragraph of text that prints no figure."""
    return paragraph_xml(role, run_xml(TextRun(text)), own)


def title_xml(block: Title, run_writer: RunWriter, *, on_cover: bool) -> str:
    """Return the title: one paragraph, its lines broken where the pack breaks them."""
    return paragraph_xml(
        "cover_title" if on_cover else "title", run_writer.title(TextRun("\n".join(block.lines)))
    )


def cover_role(block: Block) -> str:
    """Return the style of a line on the cover."""
    return "cover_foot" if isinstance(block, CoverLine) and block.is_foot else "cover_line"


def cover_xml(block: CoverLine, run_writer: RunWriter, space_left: int) -> str:
    """Return a line of the cover; its foot is moved to the bottom of the page by the space left on it."""
    inside = run_writer.runs(block.runs)
    own = f'<w:spacing w:beforeLines="0" w:before="{space_left}"/>' if block.is_foot else ""
    return paragraph_xml(cover_role(block), inside, own)


def heading_xml(block: Heading, run_writer: RunWriter, distance: str) -> str:
    """Return a heading of a real level, so that it shows in the navigation pane; `distance` is its property
    right below a table.
    """
    return paragraph_xml(f"heading_{block.level}", run_writer.runs(block.runs), distance)


def body_xml(
    block: Paragraph, run_writer: RunWriter, room: LineRoom, *, below_table: bool, keep_next: bool
) -> str:
    """Return a paragraph of body text, fitted into its lines; one right below a table keeps some distance."""
    role = "after_table" if below_table else "body"
    change = change_of_spacing("".join([run.text for run in block.runs]), _short_marks(block), room)
    spacing = room.spacing + change if change else 0
    return paragraph_xml(role, run_writer.runs(block.runs, spacing), _KEEP * keep_next)


def _short_marks(block: Paragraph) -> list[range]:
    """Return where short marks of what is missing stand in a paragraph's text."""
    marks: list[range] = []
    if any(run.missing for run in block.runs):
        ends = accumulate(len(run.text) for run in block.runs)
        for run, end in zip(block.runs, ends, strict=True):
            if run.missing and len(run.text) <= _SHORT:
                marks.append(range(end - len(run.text) + 1, end))
    return marks


def missing_xml(block: Missing) -> str:
    """Return the mark where prose is still to come."""
    return line_xml("missing", block.text)


def signature_xml(block: Signature, layout: BodyLayout, run_writer: RunWriter) -> str:
    """Return who issues the report, in the middle above the date, which stands at the right; whom to ask."""
    style = layout.style.styles.signature
    longer = (text_width("".join(run.text for run in block.date)) - text_width(block.department)) / QUARTERS
    sides = {"right": max(0, style.right + longer / 2) if block.date else style.right}
    own = f"<w:ind{indent_attributes(style, sides, layout.grid)}/>"
    lines = [line_xml("signature", block.department, own)]
    if block.date:
        lines.append(paragraph_xml("issue_date", run_writer.runs(block.date), _KEEP * bool(block.contact)))
    if block.contact:
        lines.append(line_xml("contact", _unbroken(block.contact, layout)))
    return "".join(lines)


def _unbroken(contact: str, layout: BodyLayout) -> str:
    """Return whom to ask, each by name and number on one line."""
    style = layout.style.styles.contact
    width = int(QUARTERS * (layout.upright.text_width / twips(style.size) - style.left))
    first, *others = (f"{entry}{COMMA}" for entry in contact.split(COMMA))
    text, line = first, first
    for entry in others:
        fits = text_width(line + entry.removesuffix(COMMA)) <= width
        text, line = (text + entry, line + entry) if fits else (f"{text}\n{entry}", entry)
    return text.removesuffix(COMMA)


def annex_xml(block: Annex, layout: BodyLayout) -> str:
    """Return an annex's number and title; the number's style begins a new page."""
    size = layout.style.styles.annex_title.size
    width = int(QUARTERS * layout.page(landscape=block.landscape).text_width / twips(size))
    return line_xml("annex_mark", block.mark) + line_xml("annex_title", broken(block.title, width))


def attachments_xml(block: Attachments, layout: BodyLayout) -> str:
    """Return the list of annexes: titles, and the lines they wrap to, begin under one another."""
    mark, number = len(block.mark), int(len(block.titles) > 1)
    return "".join(
        line_xml("attachments", text, _hanging(layout, mark + number, number if index else mark + number))
        for index, text in enumerate(_listed(block))
    )


def _listed(block: Attachments) -> list[str]:
    return [block.mark * (not index) + entry for index, entry in enumerate(block.titles)]


def _hanging(layout: BodyLayout, above: int, hung: int) -> str:
    """Return indents for an entry that begins below what is `above`, all in characters, and is hung out by
    its number and perhaps the mark.
    """
    style = layout.style.styles.attachments
    sides = {"left": style.left + above, "hanging": float(hung)}
    return f"<w:ind{indent_attributes(style, sides, layout.grid)}/>"
