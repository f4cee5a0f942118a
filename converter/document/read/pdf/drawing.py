"""What is drawn on the pages of a PDF, letters, rules and pictures, as PDFium gives it.

PDFium reads a page some ten times as fast as pdfminer, which pdfplumber would ask. What pdfplumber makes of
letters and rules, words and tables, it makes of these as well. Both are loaded with the first page: in a
browser there are neither, nor is there ctypes.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from math import hypot
from typing import TYPE_CHECKING, Any

from msgspec import Struct

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

BELOW = 0.14  # of the type's height: how far most Chinese fonts reach below the line
STRAIGHT = 0.5  # points by which the ends of a rule may miss a horizontal or vertical line
DEEPEST = 15  # forms within forms of which the rules are read
_HYPHEN = "-"
UNKNOWN = "\ufffd"
_SURROGATES = range(0xD800, 0xE000)

Letter = dict[str, Any]
"""A letter as pdfplumber takes it: `text`, `upright`, and its edges in points from the page's top left."""
Rule = dict[str, Any]
"""A rule alike: its edges, its `orientation` "h" or "v", and its length as `width` or `height`."""
Point = tuple[float, float]
Transform = Callable[[float, float], Point]
"""Where a point of a drawing is on the page as it is seen, from its top left."""
Box = tuple[float, float, float, float]
_Shown = tuple[int, Any, Transform]
"""Something drawn: PDFium's kind of it, itself, and where the points of what holds it are."""


class Drawing(Struct, frozen=True):
    """What is drawn on a page: letters and rules, named as pdfplumber's `TableFinder` asks for them, and
    where pictures are.
    """

    bbox: Box
    chars: list[Letter]
    edges: list[Rule]
    pictures: list[Box]


def drawings(data: bytes, password: str = "") -> Iterator[Drawing]:
    """Yield what is drawn on each page.

    PdfiumError if a file can't be opened, or not with the password, or a page of it can't.
    """
    from pypdfium2 import PdfDocument

    with closing(PdfDocument(data, password=password or None)) as document:
        for number in range(len(document)):
            with closing(document[number]) as page:
                yield _drawing(page)


def _drawing(page: "PdfPage") -> Drawing:
    left, bottom, right, top = page.get_bbox()
    width, height = right - left, top - bottom
    turned = page.get_rotation()
    places: dict[int, Transform] = {
        0: lambda x, y: (x - left, top - y),
        90: lambda x, y: (y - bottom, x - left),
        180: lambda x, y: (right - x, y - bottom),
        270: lambda x, y: (top - y, right - x),
    }
    box = (0, 0, width, height) if turned in (0, 180) else (0, 0, height, width)
    place = places[turned]
    shown = list(_shown(page, place))
    return Drawing(box, list(_letters(page, place)), list(_rules(shown)), list(_pictures(shown)))


def _letters(page: "PdfPage", place: Transform) -> Iterator[Letter]:
    """Yield the letters, but not the blanks and line ends that PDFium adds.

    Those that stand on one line get one height: fonts tell differently how far their letters reach above and
    below the line, so that digits of one font would stand half a line below the words of another.
    """
    from ctypes import byref, c_double

    from pypdfium2 import raw

    box, matrix, x, y, start = raw.FS_RECTF(), raw.FS_MATRIX(), c_double(), c_double(), place(0, 0)
    with closing(page.get_textpage()) as textpage:
        text = textpage.raw
        for nth in range(raw.FPDFText_CountChars(text)):
            if raw.FPDFText_IsGenerated(text, nth) == 1:
                continue
            raw.FPDFText_GetLooseCharBox(text, nth, byref(box))
            raw.FPDFText_GetMatrix(text, nth, byref(matrix))
            raw.FPDFText_GetCharOrigin(text, nth, byref(x), byref(y))
            (left, top), (right, bottom) = place(box.left, box.top), place(box.right, box.bottom)
            across, down = place(matrix.a, matrix.b)
            is_upright = across - start[0] > abs(down - start[1])
            if is_upright:
                size = raw.FPDFText_GetFontSize(text, nth) * hypot(matrix.c, matrix.d)
                bottom = place(x.value, y.value)[1] + BELOW * size
                top = bottom - size
            code, is_hyphen = raw.FPDFText_GetUnicode(text, nth), raw.FPDFText_IsHyphen(text, nth) == 1
            yield {
                "text": _HYPHEN if is_hyphen else chr(code) if _is_known(code) else UNKNOWN,
                "upright": is_upright,
                "x0": min(left, right),
                "x1": max(left, right),
                "top": min(top, bottom),
                "bottom": max(top, bottom),
                "doctop": min(top, bottom),
            }


def _is_known(code: int) -> bool:
    """Whether a code is that of a letter: a font may not tell, and PDFium gives halves of rare ones."""
    return bool(code) and code not in _SURROGATES


def _rules(shown: Iterable[_Shown]) -> Iterator[Rule]:
    """Yield the horizontal and vertical lines of all shapes that are drawn."""
    from ctypes import byref, c_int

    from pypdfium2 import raw

    filled, stroked = c_int(), c_int()
    for kind, path, place in shown:
        if kind != raw.FPDF_PAGEOBJ_PATH:
            continue
        raw.FPDFPath_GetDrawMode(path, byref(filled), byref(stroked))
        is_drawn = filled.value or stroked.value
        for (left, top), (right, bottom) in _lines(path, _placed(path, place)) if is_drawn else ():
            if abs(bottom - top) < STRAIGHT < abs(right - left):
                yield rule("h", min(left, right), max(left, right), top, top)
            elif abs(right - left) < STRAIGHT < abs(bottom - top):
                yield rule("v", left, left, min(top, bottom), max(top, bottom))


def rule(orientation: str, left: float, right: float, top: float, bottom: float) -> Rule:
    """Return a rule by its edges."""
    return {
        "object_type": "line",
        "orientation": orientation,
        "x0": left,
        "x1": right,
        "top": top,
        "bottom": bottom,
        "doctop": top,
        "width": right - left,
        "height": bottom - top,
    }


def _pictures(shown: Iterable[_Shown]) -> Iterator[Box]:
    """Yield where pictures are."""
    from pypdfium2 import raw

    for kind, picture, place in shown:
        if kind == raw.FPDF_PAGEOBJ_IMAGE:
            placed = _placed(picture, place)
            (left, top), (right, bottom) = placed(0, 0), placed(1, 1)  # a picture is drawn in a unit square
            yield min(left, right), min(top, bottom), max(left, right), max(top, bottom)


def _shown(page: "PdfPage", place: Transform) -> Iterator[_Shown]:
    """Yield the objects of a page, also those in forms."""
    from pypdfium2 import raw

    objects = (raw.FPDFPage_GetObject(page, nth) for nth in range(raw.FPDFPage_CountObjects(page)))
    yield from _without_forms(objects, place, DEEPEST)


def _without_forms(objects: Iterable[Any], place: Transform, depth: int) -> Iterator[_Shown]:
    from pypdfium2 import raw

    for each in objects:
        kind = raw.FPDFPageObj_GetType(each)
        if kind != raw.FPDF_PAGEOBJ_FORM:
            yield kind, each, place
        elif depth:
            count = raw.FPDFFormObj_CountObjects(each)
            inner = (raw.FPDFFormObj_GetObject(each, nth) for nth in range(count))
            yield from _without_forms(inner, _placed(each, place), depth - 1)


def _placed(drawn: Any, place: Transform) -> Transform:
    """Return where the points of an object are, whose own matrix says where they are in what holds it."""
    from ctypes import byref

    from pypdfium2 import raw

    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(drawn, byref(matrix))
    a, b, c, d, e, f = (getattr(matrix, name) for name in "abcdef")
    return lambda x, y: place(a * x + c * y + e, b * x + d * y + f)


def _lines(path: Any, place: Transform) -> Iterator[tuple[Point, Point]]:
    """Yield the straight lines of a shape, by their ends."""
    from ctypes import byref, c_float

    from pypdfium2 import raw

    x, y = c_float(), c_float()
    start = last = place(0, 0)
    for nth in range(raw.FPDFPath_CountSegments(path)):
        segment = raw.FPDFPath_GetPathSegment(path, nth)
        raw.FPDFPathSegment_GetPoint(segment, byref(x), byref(y))
        kind, point = raw.FPDFPathSegment_GetType(segment), place(x.value, y.value)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            start = point
        elif kind == raw.FPDF_SEGMENT_LINETO:
            yield last, point
        last = point
        if raw.FPDFPathSegment_GetClose(segment):
            yield last, start


def is_in(letter: Letter, box: Box) -> bool:
    """Whether the middle of a letter, or of a word, is in a box."""
    left, top, right, bottom = box
    return left <= (letter["x0"] + letter["x1"]) / 2 <= right and top <= middle_of(letter) <= bottom


def middle_of(letter: Letter) -> float:
    """Return how far the middle of a letter is below the top of the page."""
    middle: float = (letter["top"] + letter["bottom"]) / 2
    return middle
