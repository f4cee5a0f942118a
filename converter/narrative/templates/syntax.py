"""What Jinja complains of in a template, in Chinese, at the line of the statement that is wrong."""

import re

from jinja2 import Environment, TemplateSyntaxError

from converter import messages
from converter.chinese import FULL_WIDTH_SIGNS

_LEFT_OPEN = re.compile(r"innermost block that needs to be closed is '(\w+)'")
_UNKNOWN_TAG = re.compile(r"unknown tag '(\w+)'")
_UNKNOWN_SIGN = re.compile(r"unexpected char '(.)'")
_OPENING, _CLOSING = frozenset({"if", "for", "macro"}), frozenset({"endif", "endfor", "endmacro"})
_WORDINGS = (
    (_UNKNOWN_TAG.pattern, messages.packs.TEMPLATE_TAG),
    (r"[Uu]nexpected end of template", messages.packs.TEMPLATE_NOT_CLOSED),
    (r"No (?:filter|test) named '(.+?)'", messages.packs.TEMPLATE_FILTER),
    (r"got '='", messages.packs.TEMPLATE_EQUALS),
    (r"end of (?:print statement|statement block)', got '(.+)'", messages.packs.TEMPLATE_UNEXPECTED),
)


def in_chinese(wrong: TemplateSyntaxError, environment: Environment, text: str) -> tuple[int, str]:
    """Return the line in a template that a complaint is about, and what is wrong there."""
    said = wrong.message or ""
    unknown = _UNKNOWN_TAG.search(said)
    left_open = _LEFT_OPEN.search(said)
    if left_open and (unknown is None or unknown[1] in _CLOSING):
        line = _last_open(environment, text) or wrong.lineno
        return line, messages.packs.TEMPLATE_LEFT_OPEN.format(name=left_open[1])
    for pattern, wording in _WORDINGS:
        if found := re.search(pattern, said):
            return wrong.lineno, wording.format(name=found[1] if found.groups() else "")
    sign = _UNKNOWN_SIGN.search(said)
    if sign and sign[1] in FULL_WIDTH_SIGNS:
        return wrong.lineno, messages.packs.FULL_WIDTH.format(sign=sign[1])
    return wrong.lineno, messages.packs.TEMPLATE_SYNTAX


def _last_open(environment: Environment, text: str) -> int:
    """Return the line of the last statement that is open where another one, or all, ends; 0 if none is."""
    opened: list[tuple[str, int]] = []
    begins = False
    for line, kind, word in environment.lex(text):
        if kind == "whitespace":
            continue
        if begins and word in _OPENING:
            opened.append((word, line))
        elif begins and word in _CLOSING:
            if not opened or word != f"end{opened[-1][0]}":
                break
            opened.pop()
        begins = kind == "block_begin"
    return opened[-1][1] if opened else 0
