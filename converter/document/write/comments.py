"""The comments of a review copy as a part of its package."""

from collections.abc import Iterable

from converter import messages
from converter.document.write.package import WORD
from converter.document.write.text import escaped

COMMENTS = "word/comments.xml"
# Small, and on no grid: the styles of the report are made for its pages, not for a margin.
_PARAGRAPH_PROPERTIES = '<w:pPr><w:snapToGrid w:val="0"/><w:spacing w:line="240" w:lineRule="auto"/></w:pPr>'
_RUN_PROPERTIES = (
    '<w:rPr><w:rFonts w:hint="eastAsia"/><w:spacing w:val="0"/><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr>'
)


def comments_part(comments: Iterable[str]) -> str:
    """Return the part's XML; a comment's id is its place, each of its lines a paragraph. No clock shows."""
    elements = (_comment(key, text) for key, text in enumerate(comments))
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f"<w:comments {WORD}>{''.join(elements)}</w:comments>"
    )


def _comment(key: int, text: str) -> str:
    author, initials = escaped(messages.trace.REVIEW_AUTHOR), escaped(messages.trace.REVIEW_INITIALS)
    lines = "".join(
        f'<w:p>{_PARAGRAPH_PROPERTIES}<w:r>{_RUN_PROPERTIES}<w:t xml:space="preserve">{escaped(line)}</w:t>'
        "</w:r></w:p>"
        for line in text.split("\n")
    )
    return f'<w:comment w:id="{key}" w:author="{author}" w:initials="{initials}">{lines}</w:comment>'
