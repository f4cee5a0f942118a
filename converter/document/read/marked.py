"""What stands in the bookmarks of a report today, whoever wrote it last."""

import re
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from converter.document.write import BODY, BOOKMARK

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MARKS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n"}


def marked_texts(report: bytes) -> dict[str, str]:
    """Return the text in every figure's bookmark, by the bookmark's name; deleted text is left out."""
    with ZipFile(BytesIO(report)) as package:
        root = etree.fromstring(package.read(BODY), etree.XMLParser(resolve_entities=False, no_network=True))
    texts: dict[str, str] = {}
    open_marks: dict[str, str] = {}
    for node in root.iter(f"{_W}bookmarkStart", f"{_W}bookmarkEnd", f"{_W}t", *_MARKS):
        if node.tag == f"{_W}bookmarkStart" and re.fullmatch(BOOKMARK, node.get(f"{_W}name", "")):
            open_marks[node.get(f"{_W}id")] = node.get(f"{_W}name")
            texts.setdefault(node.get(f"{_W}name"), "")
        elif node.tag == f"{_W}bookmarkEnd":
            open_marks.pop(node.get(f"{_W}id"), None)
        else:
            for name in open_marks.values():
                texts[name] += _MARKS.get(node.tag, node.text or "")
    return texts
