"""A department that two folders are for gets one report, the same in every run, and nothing moves twice."""

from tests.batch.conftest import BOOK, Inbox, contents, file_for, name_of
from tests.conversion.conftest import jixiao

FAILED = 3


def test_one_department_in_two_folders(small_inbox: Inbox) -> None:
    inbox = small_inbox(2)
    outbox = inbox.parent / "outbox"
    file_for(inbox / name_of(1) / BOOK, inbox / "又一份" / BOOK, name_of(1))
    (inbox / "又一份" / "说明.txt").write_text("另一份")
    seen = []
    for _ in range(3):
        result = jixiao("convert", inbox, "-o", outbox, "-j", "2")
        [line] = [line for line in result.output.splitlines() if line.startswith("未处理")]
        seen.append((result.exit_code, line, contents(outbox), (outbox / "manifest.json").read_bytes()))
    assert seen[0][0] == FAILED
    assert f"文件夹“{name_of(1)}”和“又一份”都有它 2020 年度的材料" in seen[0][1]
    assert seen[1][:3] == seen[0][:3]
    assert seen[2] == seen[1]
    outputs = [line for line in result.output.splitlines() if line.endswith(".docx")]
    assert all((outbox.parent / line.strip()).is_file() for line in outputs)
