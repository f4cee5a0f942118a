"""What the text of a YAML file says, and on which line. A compiled pack does without PyYAML.

Every scalar is read as text and gets its type from a shape, so that `no`, `010` and `12:30` stay what their
author typed: YAML 1.1 would read them as false, 8 and 750.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from converter import messages
from converter.pack.files.text import PackError, Position
from converter.pack.files.validation import KeyPath

_NO_FILE = Path()

# libyaml is ten times as fast, but not every PyYAML is built with it. Without it, a text with a question mark
# must be quoted in `[...]`; the built-in packs read the same either way.
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

MOST_NODES = 1_000_000  # a pack has some ten thousand


def check_nesting(text: str, file: Path, deepest: int, *, aliases: bool = False) -> None:
    """Raise PackError if a YAML text is nested deeper or, without `aliases`, stands for another.

    It reads event by event: composing a tree would descend as deep as the text says, and without end by an
    alias of what it is in.
    """
    depth = 0
    with _parsing(file):
        for event in yaml.parse(text, Loader=_LOADER):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if (isinstance(event, yaml.AliasEvent) and not aliases) or depth > deepest:
                problem = messages.packs.TOO_DEEP if depth > deepest else messages.packs.ALIAS
                raise PackError(file, event.start_mark.line + 1 if event.start_mark else 0, problem)


@contextmanager
def _parsing(file: Path) -> Iterator[None]:
    """Turn wrong syntax into a PackError."""
    try:
        yield
    except yaml.YAMLError as wrong:
        mark = getattr(wrong, "problem_mark", None)
        problem = str(getattr(wrong, "problem", None) or getattr(wrong, "reason", ""))
        line = mark.line + 1 if mark else 0
        words = (text for part, text in messages.packs.SYNTAX_PROBLEMS.items() if part in problem)
        what = next(words, messages.packs.SYNTAX_OTHERWISE)
        raise PackError(file, line, messages.packs.SYNTAX.format(problem=what)) from None


@lru_cache(maxsize=64)  # a run asks for the same files more than once; nobody changes what was read
def content(text: str) -> Any:
    """Return what a YAML text says; PackError on no file in particular."""
    node = _composed(text, _NO_FILE)
    return _data(node, _NO_FILE) if node else {}


def check_size(text: str, file: Path) -> None:
    """Raise PackError if a text says far more than it holds, by aliases of aliases, or without end."""
    sizes: dict[int, int] = {}

    def size(node: yaml.Node) -> int:
        if id(node) not in sizes:
            sizes[id(node)] = MOST_NODES  # of one that is in itself
            pairs = node.value if isinstance(node, yaml.MappingNode) else ()
            children = node.value if isinstance(node, yaml.SequenceNode) else [each for _, each in pairs]
            sizes[id(node)] = 1 + sum(map(size, children))
        return sizes[id(node)]

    node = _composed(text, file)
    if node and size(node) >= MOST_NODES:
        raise PackError(file, 0, messages.packs.ENDLESS)


def _composed(text: str, file: Path) -> yaml.Node | None:
    with _parsing(file):
        node: yaml.Node | None = yaml.compose(text, Loader=_LOADER)
        return node


def _data(node: yaml.Node, file: Path) -> Any:
    """Return a node as data."""
    if isinstance(node, yaml.ScalarNode):
        return node.value
    if isinstance(node, yaml.SequenceNode):
        return [_data(child, file) for child in node.value]
    data: dict[str, Any] = {}
    for key, child in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise PackError(file, _line(key), messages.packs.KEY_NO_TEXT)
        if key.value in data:
            raise PackError(file, _line(key), messages.packs.DOUBLED_KEY.format(key=key.value))
        data[key.value] = _data(child, file)
    return data


def positions(text: str, file: Path) -> dict[KeyPath, Position]:
    """Return where each entry of a text stands; an entry of a mapping stands where its key does."""
    found: dict[KeyPath, Position] = {(): Position(file, 1)}

    def note(node: yaml.Node, keys: KeyPath) -> None:
        found.setdefault(keys, Position(file, _line(node)))
        if isinstance(node, yaml.SequenceNode):
            for index, child in enumerate(node.value):
                note(child, (*keys, index))
        elif isinstance(node, yaml.MappingNode):
            for key, child in node.value:
                found[*keys, key.value] = Position(file, _line(key))
                note(child, (*keys, key.value))

    if node := _composed(text, file):
        note(node, ())
    return found


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1
