"""Text that a style hides is marked as hidden where it stands, as text hidden by hand is."""

from xml.etree.ElementTree import Element, SubElement

from converter.document.format import PARAGRAPH, is_on, tag

_RUN, _PROPERTIES, _HIDDEN, _VALUE = tag("r"), tag("rPr"), tag("vanish"), tag("val")
_RUN_STYLE, _PARAGRAPH_STYLE = f"{_PROPERTIES}/{tag('rStyle')}", f"{tag('pPr')}/{tag('pStyle')}"


def mark_hidden_by_style(body: Element, styles: Element | None) -> None:
    """Mark the runs in `body` that a character or paragraph style hides, unless they say otherwise."""
    hiding = _hiding(styles)
    if not hiding:
        return
    for paragraph in body.iter(PARAGRAPH):
        by_paragraph = _style(paragraph, _PARAGRAPH_STYLE) in hiding
        for run in paragraph.iter(_RUN):
            if by_paragraph or _style(run, _RUN_STYLE) in hiding:
                properties = run.find(_PROPERTIES)
                properties = SubElement(run, _PROPERTIES) if properties is None else properties
                if properties.find(_HIDDEN) is None:
                    SubElement(properties, _HIDDEN)


def _hiding(styles: Element | None) -> set[str]:
    """Return the styles that hide text, and those based on them that do not show it again."""
    found = () if styles is None else styles.findall(tag("style"))
    vanish_of = {style.get(tag("styleId"), ""): style.find(f"{_PROPERTIES}/{_HIDDEN}") for style in found}
    based = {style.get(tag("styleId"), ""): _style(style, tag("basedOn")) for style in found}
    heirs: dict[str | None, list[str]] = {}
    for name, base in based.items():
        if vanish_of[name] is None:
            heirs.setdefault(base, []).append(name)
    waiting = [name for name, vanish in vanish_of.items() if is_on(vanish)]
    hiding: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name not in hiding:
            hiding.add(name)
            waiting += heirs.get(name, ())
    return hiding


def _style(element: Element, path: str) -> str | None:
    style = element.find(path)
    return None if style is None else style.get(_VALUE)
