"""The one gate all text passes on its way into WordprocessingML, and the one place a run is written."""

import re
from functools import lru_cache

from converter.narrative.blocks import TextRun

_BREAK = '</w:t><w:br/><w:t xml:space="preserve">'
_TAB = '</w:t><w:tab/><w:t xml:space="preserve">'
# What XML 1.0 cannot hold, and the carriage return a parser would turn into a line break.
_illegal = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")

# The hint makes marks that Latin and Chinese type share, such as quotes and dashes, Chinese.
_RUN = '<w:r><w:rPr>{style}<w:rFonts w:hint="eastAsia"/>{spacing}</w:rPr><w:t xml:space="preserve">'
_PLAIN = _RUN.format(style="", spacing="")


def escaped(text: str) -> str:
    """Return `text` fit for an attribute or element; characters XML cannot hold are dropped."""
    if not text.isprintable():  # which takes a tenth of the time of the search
        text = _illegal.sub("", text)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def run_xml(run: TextRun, style: str = "", spacing: int = 0) -> str:
    """Return a run as WordprocessingML, in the character style of that id if any, with letter-spacing of its
    own if any; line ends become breaks, tabs stay tabs.
    """
    text = escaped(run.text)
    if "\n" in text or "\t" in text:
        text = text.replace("\n", _BREAK).replace("\t", _TAB)
    opening = _opening(style, spacing) if style or spacing else _PLAIN
    return f"{opening}{text}</w:t></w:r>"


@lru_cache(maxsize=64)
def _opening(style: str, spacing: int) -> str:
    return _RUN.format(
        style=f'<w:rStyle w:val="{style}"/>' if style else "",
        spacing=f'<w:spacing w:val="{spacing}"/>' if spacing else "",
    )
