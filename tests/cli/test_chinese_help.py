"""Help, complaints about commands not typed right, and refusals of the system are in Chinese."""

import errno
import re

import pytest
from typer.main import get_command

from converter import messages
from converter.cli.app import app
from tests.conversion.conftest import SAMPLES, jixiao

# What is a name or a word to be typed: commands, options, kinds of files, programs.
NAMES = re.compile(
    r"jixiao pack list|jixiao|hunan-2020|base-cn|cases.yaml"
    r"|LibreOffice|Python|--?[a-z]+|\b(Word|Excel|Dask|tcp|s3|text|json|csv|xlsx|docx|html|pdf|doc|outbox)\b|<[a-z|]+>"
)
COMMANDS = list(get_command(app).commands)  # type: ignore[attr-defined]
PACK_COMMANDS = ["list", "new", "check", "diff"]


def test_commands_stand_in_the_order_of_their_use() -> None:
    assert COMMANDS == [
        "convert",
        "watch",
        "check",
        "figures",
        "explain",
        "verify",
        "inspect",
        "forms",
        "doctor",
        "pack",
    ]


@pytest.mark.parametrize("command", ["", *COMMANDS, *(f"pack {name}" for name in PACK_COMMANDS)])
def test_help_has_no_english_but_names(command: str) -> None:
    result = jixiao(*command.split(), "-h")
    text = re.sub(
        rf"^  ({'|'.join(COMMANDS + PACK_COMMANDS)}) |jixiao {command} ",
        "",
        result.output,
        flags=re.MULTILINE,
    )
    assert re.findall("[A-Za-z]+", NAMES.sub("", text)) == []
    assert result.exit_code == 0


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        ("convert", "命令没写全：缺少“收件夹”；用 jixiao convert -h 看说明"),
        ("explain outbox", "命令没写全：缺少“数字”；用 jixiao explain -h 看说明"),
        (f"check {SAMPLES} --jobs x", "“-j或--jobs”后面写的值不对；用 jixiao check -h 看说明"),
        (f"check {SAMPLES} --zzz", "没有“--zzz”这个选项；用 jixiao check -h 看说明"),
        (f"convert {SAMPLES} --forc", "没有“--forc”这个选项，是不是 --force；用 jixiao convert -h 看说明"),
        (f"check {SAMPLES} -j", "“-j”这个选项写得不对，多半是少写或多写了值；用 jixiao -h 看说明"),
        ("nonsense", "没有这个命令，或多写了内容；用 jixiao -h 看说明"),
        ("conver x", "没有这个命令，或多写了内容，是不是 convert；用 jixiao -h 看说明"),
        (f"check {SAMPLES} more", "没有这个命令，或多写了内容；用 jixiao check -h 看说明"),
    ],
)
def test_a_mistyped_command_is_one_line(words: str, complaint: str) -> None:
    result = jixiao(*words.split())
    assert (result.output.strip(), result.exit_code) == (complaint, 2)


@pytest.mark.parametrize(
    ("refusal", "reason"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "磁盘已满"),
        (PermissionError(), "没有权限"),
        (FileNotFoundError("bucket"), "文件或文件夹不存在"),
        (OSError(9999, "?"), "系统错误 9999"),
        (OSError(), "原因不明"),
    ],
)
def test_a_refusal_of_the_system_is_told_in_chinese(refusal: OSError, reason: str) -> None:
    assert messages.system.os_reason(refusal) == reason
