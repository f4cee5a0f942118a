"""Whoever says a message fills all its slots: one that is left open fails only when it is said."""

import ast
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import Any

import pytest

from converter import messages
from converter.messages import Message

ROOT = Path(messages.__file__).parents[1]
OF_SHEETS = {"file", "sheet", "cell", "what"}  # what sheet_finding fills in
OF_REPORTS = {"severity", "code", "where", "printed", "expected", "cause", "because"}  # what filled_into does


def _slots(*texts: str) -> set[str]:
    names = (name for text in texts for _, name, _, _ in Formatter().parse(text) if name)
    return {name.partition(".")[0].partition("[")[0] for name in names}


def _message(node: ast.expr) -> Any:
    """Return what `messages.topic.NAME` is, None for any other expression."""
    match node:
        case ast.Attribute(ast.Attribute(ast.Name("messages"), topic), name):
            return getattr(getattr(messages, topic), name)
    return None


def _messages(node: ast.expr, local: dict[str, list[ast.expr]]) -> Iterator[Any]:
    """Yield the messages that an expression may be, those assigned to a local variable among them."""
    match node:
        case ast.Name(name):
            if len(values := local.get(name, [])) == 1:
                yield from _messages(values[0], {})
        case ast.IfExp(_, body, orelse):
            yield from (*_messages(body, local), *_messages(orelse, local))
        case ast.Attribute(value, "text" | "hint" as part):
            yield from (getattr(each, part) for each in _messages(value, local) if isinstance(each, Message))
        case _:
            if (found := _message(node)) is not None:
                yield found


def _uses(tree: ast.AST) -> Iterator[tuple[int, set[str]]]:
    """Yield for each use of a message its line, and the slots that are left open."""
    for function in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)):
        local: dict[str, list[ast.expr]] = {}
        for node in ast.walk(function):
            match node:
                case ast.Assign([ast.Name(name)], value):
                    local.setdefault(name, []).append(value)
                case ast.Assign([ast.Tuple(several)]):
                    for each in several:
                        local.setdefault(ast.unparse(each), []).append(each)
        for call in (node for node in ast.walk(function) if isinstance(node, ast.Call)):
            filled = {keyword.arg for keyword in call.keywords}
            if None not in filled:  # a dictionary may fill any
                yield from ((call.lineno, slots - filled) for slots in _asked(call, local))


def _asked(call: ast.Call, local: dict[str, list[ast.expr]]) -> Iterator[set[str]]:
    """Yield the slots of each message that a call may say."""
    match call.func:
        case ast.Attribute(said, "format"):
            yield from (_slots(text) for text in _messages(said, local) if isinstance(text, str))
        case ast.Attribute(_, "filled_into"):
            yield from (_slots(text) - OF_REPORTS for text in _messages(call.args[0], local))
        case ast.Attribute(_, "worded") if call.args:
            yield from (_slots(words.text, words.hint) for words in _messages(call.args[0], local))
        case ast.Name("sheet_finding"):
            for words in _messages(call.args[0], local):
                yield _slots(words.text, words.hint) - OF_SHEETS


def test_slots_are_filled_wherever_a_message_is_said() -> None:
    uses = [
        (f"{path.relative_to(ROOT)}:{line}", left_open)
        for path in sorted(ROOT.rglob("*.py"))
        for line, left_open in _uses(ast.parse(path.read_text("utf-8")))
    ]
    assert len(uses) > 500
    assert [(place, left_open) for place, left_open in uses if left_open] == []


@pytest.mark.parametrize(
    "code",
    [
        "messages.reading.NOT_A_NUMBER.text.format(file=1, sheet=1, cell=1)",
        "Finding.worded(messages.reading.NOT_A_NUMBER, severity, outcome, file=1, sheet=1, cell=1)",
        "words = messages.reading.NO_NUMBER if a else messages.reading.NOT_A_NUMBER\n"
        "    words.text.format(file=1, sheet=1, cell=1)",
        "sheet_finding(messages.filing.OTHER_YEARS, sheet, severity)",
        "finding.filled_into(messages.verify.IN_DRAFT)",
    ],
)
def test_a_slot_left_open_is_seen(code: str) -> None:
    assert any(left_open for _, left_open in _uses(ast.parse(f"def say():\n    {code}")))
