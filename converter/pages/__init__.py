"""What the pages for a browser share: their look, how they make elements, and how one becomes a single file.

A page is a folder with `page.html`, `page.css` and scripts; `look.css` and `elements.js` stand before these.
"""

import re
from collections.abc import Iterable
from pathlib import Path

__all__ = ["LOOK", "page_of"]

HERE = Path(__file__).parent
LOOK = HERE / "look.css"
_SLOT = re.compile(r"\{\{(\w+)\}\}")


def page_of(folder: Path, scripts: Iterable[str], **parts: str) -> bytes:
    """Return the page in a folder as one file that needs no network, its scripts in this order.

    The parts are put unchanged where `page.html` names them: the caller makes sure that nothing in them can
    become markup.
    """
    files = {
        "style": [LOOK, folder / "page.css"],
        "script": [HERE / "elements.js", *(folder / f"{name}.js" for name in scripts)],
    }
    texts = {name: "\n".join(path.read_text("utf-8") for path in of) for name, of in files.items()} | parts
    return _SLOT.sub(lambda slot: texts[slot[1]], (folder / "page.html").read_text("utf-8")).encode("utf-8")
