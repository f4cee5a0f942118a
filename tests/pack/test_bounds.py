"""A pack that would be read without end is refused in a line that names the file."""

from pathlib import Path

import pytest

from converter.pack.files.yaml_data import PackError, yaml_data

LEVELS = "\n".join(f"a{at}: &a{at} [{', '.join([f'*a{at - 1}'] * 10)}]" for at in range(1, 12))
ENDLESS = {
    "nested far too deep": "[" * 100_000,
    "aliases of aliases of aliases": f"a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n{LEVELS}",
    "in itself": "a: &a [*a]",
}


@pytest.mark.parametrize("text", ENDLESS.values(), ids=ENDLESS)
def test_a_text_without_end_is_refused(text: str) -> None:
    with pytest.raises(PackError, match=r"checks\.yaml"):
        yaml_data(text, Path("checks.yaml"))


def test_an_alias_that_saves_writing_is_read() -> None:
    assert yaml_data("a: &a [x]\nb: *a\n", Path("checks.yaml")).data == {"a": ["x"], "b": ["x"]}
