"""When the bureau's list names another pack for a department, its old report goes to the history."""

import shutil
import zipfile
from pathlib import Path

import msgspec

from converter.batch.run import Job, run
from converter.outbox.record import Record
from converter.pack.loading import DEFAULT

SAMPLE = Path(__file__).parents[2] / "samples" / "inbox" / "武陵市档案馆"
OWN = """\
extends: hunan-2020
title: 武陵市的办法
region: 湖南
years: [2020]
version: "1"
report: "{year}年度{department}自评报告"
"""


def _run(job: Job) -> list[Record]:
    records = [result for _, results in run(job, 1) for result in results]
    assert all(isinstance(record, Record) for record in records)
    return records  # type: ignore[return-value]


def _roster(inbox: Path, rule: str) -> None:
    (inbox / "名册.csv").write_text(f"部门名称,规则\n武陵市档案馆,{rule}\n", "utf-8")


def test_a_department_is_done_again_when_the_list_names_another_pack(tmp_path: Path) -> None:
    inbox, outbox, own = tmp_path / "收件", tmp_path / "outbox", tmp_path / "own"
    shutil.copytree(SAMPLE, inbox / SAMPLE.name)
    own.mkdir()
    (own / "pack.yaml").write_text(OWN, "utf-8")
    job = Job((DEFAULT, own), inbox, outbox)

    _roster(inbox, "hunan-2020")
    [first] = _run(job)
    assert (first.pack.name, first.unchanged) == ("hunan-2020", False)
    assert [each.unchanged for each in _run(job)] == [True]

    _roster(inbox, "武陵市的办法")
    [second] = _run(job)
    assert (second.pack.title, second.unchanged) == ("武陵市的办法", False)
    reports = sorted(path.relative_to(outbox).as_posix() for path in outbox.rglob("*.docx"))
    assert reports == [
        "历史/武陵市档案馆/2020年度武陵市档案馆部门整体支出绩效评价报告_1.docx",
        "武陵市档案馆/2020年度武陵市档案馆自评报告.docx",
    ]
    with zipfile.ZipFile(outbox / second.report) as package:
        assert "评价办法：武陵市的办法" in package.read("docProps/core.xml").decode()
    manifest = msgspec.json.decode((outbox / "manifest.json").read_bytes())
    assert [each["pack"]["title"] for each in manifest["departments"]] == ["武陵市的办法"]
