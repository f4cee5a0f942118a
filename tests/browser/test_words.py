"""What is said in the page: nobody types options or commands there."""

import json
import re
import subprocess
import sys

import pytest

ONLY_TYPED = {"BEGUN", "NO_SETTING"}  # what `pack new` says, and what is in 设置.yaml
ON_SCREEN = {"screen", "help", "runs", "system", "trace"}  # topics of commands
TYPED = re.compile(r"(?<![\w-])--[a-z]+|jixiao [a-z]+|收件文件夹")
SAID = """
import json, sys
sys.platform = "emscripten"
from converter import messages
topics = {name: vars(topic) for name, topic in vars(messages).items() if hasattr(topic, "__file__")}
said = {topic: {name: str(words) for name, words in names.items() if not name.startswith("__")}
        for topic, names in topics.items()}
print(json.dumps(said))
"""


@pytest.fixture(scope="module")
def said() -> dict[str, dict[str, str]]:
    """All messages, by topic and name, as they are where the page runs."""
    printed = subprocess.run([sys.executable, "-c", SAID], capture_output=True, check=True).stdout
    return json.loads(printed)  # type: ignore[no-any-return]


def test_what_is_for_the_command_line_is_said_otherwise_in_the_page(said: dict[str, dict[str, str]]) -> None:
    typed = [
        (topic, name, text)
        for topic, names in said.items()
        for name, text in names.items()
        if topic not in ON_SCREEN and name not in ONLY_TYPED | {"COMMAND_LINE"} and TYPED.search(text)
    ]
    assert typed == []
    assert "拖进来" in said["packs"]["NATIONAL"]
