"""What files are by their content, whatever their names: kinds.yaml; copies; archives of every make."""

import io
import struct
import zipfile
import zlib
from pathlib import Path

import pytest
from msgspec.structs import replace

from converter.inbox.filed_names import is_filed
from converter.inbox.received import ReceivedFiles
from converter.inbox.submissions import submissions
from converter.pack.loading import load_pack
from converter.read.files.filed_file import FiledFile
from converter.read.labels.copy_names import CopyNames
from samples.filing import write
from tests.data import data_of
from tests.hostile.packages import table

KINDS = data_of(Path(__file__).parent / "kinds.yaml")
PACK = load_pack()
MARKS = CopyNames(PACK.labels)
BOOK = "2020年度部门决算公开表.xlsx"


def _received(folder: Path, **limits: int) -> ReceivedFiles:
    [submission] = submissions(folder.parent)
    return ReceivedFiles(submission.filed_files, MARKS, replace(PACK.limits, **limits))


def _reasons(received: ReceivedFiles) -> dict[str, str]:
    return {each.name: each.reason for each in received.unused}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "某局").mkdir()
    return tmp_path / "某局"


@pytest.fixture(scope="session")
def book(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("book") / BOOK
    write.book([table("某局")], path)
    return path.read_bytes()


@pytest.mark.parametrize("name", KINDS)
def test_a_file_is_taken_by_its_content(name: str, folder: Path) -> None:
    case = KINDS[name]
    (folder / name).write_bytes(case["begins"].encode("latin-1"))
    received = _received(folder)
    reasons = _reasons(received)
    if case["is"] in ("读", "文字"):
        taken = received.workbooks if case["is"] == "读" else received.documents
        assert [file.name for file in taken] == [name]
        assert not reasons
    else:
        assert list(reasons) == [name]
        assert case["is"] in reasons[name]


@pytest.mark.parametrize("name", ["表.xltx", "表.xlsx(1)", "表", "表.xlsx.下载", "表.dat"])
def test_a_workbook_by_any_name(name: str, folder: Path, book: bytes) -> None:
    (folder / name).write_bytes(book)
    assert [file.name for file in _received(folder).workbooks] == [name]


def test_a_copy_beside_its_original_is_not_read_one_alone_is(folder: Path) -> None:
    for name in ("决算.xlsx", "决算 - 副本.xlsx", "复件 决算.xlsx", "预算（备份）.xlsx"):
        (folder / name).write_bytes(b"PK\x03\x04")
    received = _received(folder)
    assert [file.name for file in received.workbooks] == ["决算.xlsx", "预算（备份）.xlsx"]
    assert set(_reasons(received).values()) == {"决算.xlsx 的副本，没有用"}


@pytest.mark.parametrize(
    "name",
    ["~$决算.xlsx", ".DS_Store", "子/.git/x.xlsx", "Thumbs.db", "__MACOSX/决算.xlsx", "子/desktop.ini"],
)
def test_what_no_person_filed_is_passed_over(name: str) -> None:
    assert not is_filed(name)


def _zip(*members: tuple[str, bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return data.getvalue()


def _renamed(data: bytes, name: str, encoding: str) -> bytes:
    """Return an archive of one member, named as systems do that do not say in which encoding."""
    raw, placeholder = name.encode(encoding), b"x" * len(name.encode(encoding))
    assert placeholder in data
    return data.replace(placeholder, raw)


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8"])
@pytest.mark.parametrize("name", ["一/决算.xlsx", "联通/表.xlsx", "文化旅游广电体育局/2020年度决算.xlsx"])
def test_names_in_an_archive_in_any_encoding(name: str, encoding: str, folder: Path, book: bytes) -> None:
    unnamed = _zip(("x" * len(name.encode(encoding)), book))
    (folder / "材料.zip").write_bytes(_renamed(unnamed, name, encoding))
    assert [file.name for file in _received(folder).workbooks] == [f"材料.zip/{name}"]


def test_a_name_in_the_extra_field_counts(folder: Path, book: bytes) -> None:
    info = zipfile.ZipInfo("table.xlsx")
    field = b"\x01" + struct.pack("<I", zlib.crc32(b"table.xlsx")) + "决算.xlsx".encode()
    info.extra = struct.pack("<HH", 0x7075, len(field)) + field
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr(info, book)
    (folder / "材料.zip").write_bytes(data.getvalue())
    assert [file.name for file in _received(folder).workbooks] == ["材料.zip/决算.xlsx"]


@pytest.mark.parametrize("name", ["../../外面.xlsx", "/etc/外面.xlsx", "一\\..\\外面.xlsx", "C:\\外面.xlsx"])
def test_no_name_leads_out_of_its_archive(name: str, folder: Path, book: bytes) -> None:
    (folder / "材料.zip").write_bytes(_zip((name, book)))
    [file] = _received(folder).workbooks
    assert ".." not in file.path.parts
    assert file.path.is_relative_to(folder / "材料")


def test_what_is_in_an_archive_and_beside_it_counts_once(folder: Path, book: bytes) -> None:
    (folder / BOOK).write_bytes(book)
    (folder / "材料.zip").write_bytes(_zip((f"材料/{BOOK}", book), ("材料/说明.pdf", b"%PDF-1.4")))
    received = _received(folder)
    assert [file.name for file in received.workbooks] == [BOOK]
    assert _reasons(received)[f"材料.zip/材料/{BOOK}"] == f"与 {BOOK} 内容相同，只用了一份"
    assert "PDF" in _reasons(received)["材料.zip/材料/说明.pdf"]


def _locked(data: bytes) -> bytes:
    """Return an archive whose members say that they are encrypted."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        start = archive.start_dir
    return data[: start + 8] + b"\x01" + data[start + 9 :]


def test_archives_nested_or_locked_are_named_and_not_opened(folder: Path, book: bytes) -> None:
    inner = _zip((BOOK, book))
    (folder / "a.zip").write_bytes(_zip(("里面.zip", inner)))
    (folder / "b.zip").write_bytes(_locked(_zip((BOOK, book))))
    received = _received(folder)
    assert not received.workbooks
    assert "压缩包里的压缩包" in _reasons(received)["a.zip/里面.zip"]
    assert "设了密码" in _reasons(received)[f"b.zip/{BOOK}"]
    assert all(each.may_hold_tables for each in received.unused)


def test_limits_hold_within_an_archive(folder: Path) -> None:
    (folder / "大.zip").write_bytes(_zip(("大.xlsx", b"PK\x03\x04" + bytes(100_000))))
    (folder / "多.zip").write_bytes(_zip(*((f"{number}.txt", b"x") for number in range(30))))
    (folder / "坏.zip").write_bytes(_zip((BOOK, b"x"))[:60])
    received = _received(folder, unpacked_bytes=50_000, members=20)
    assert [failure.message for failure in received.failures] == [
        "坏.zip：文件损坏，无法读取，请重新导出",
        "多.zip：压缩包里的文件过多，未打开，请重新导出这份文件",
        "大.zip：解压后过大，未打开，请重新导出这份文件",
    ]
    assert not received.workbooks


def test_an_archive_beside_the_folder_unpacked_from_it_belongs_to_that(tmp_path: Path, book: bytes) -> None:
    (tmp_path / "某局").mkdir()
    (tmp_path / "某局" / BOOK).write_bytes(book)
    for name in ("某局.zip", "另一局.zip"):
        (tmp_path / name).write_bytes(_zip((BOOK, book)))
    found = [(each.name, each.file_names) for each in submissions(tmp_path)]
    assert found == [("某局", (BOOK, "某局.zip")), ("另一局", ("另一局.zip",))]


def test_a_file_on_the_disk_and_one_in_an_archive_read_alike(tmp_path: Path, book: bytes) -> None:
    (tmp_path / BOOK).write_bytes(book)
    on_disk, packed = FiledFile(tmp_path / BOOK, BOOK), FiledFile(tmp_path / "无" / BOOK, BOOK, book)
    assert on_disk.read_bytes() == packed.read_bytes()
    assert (on_disk.size, on_disk.read_head()) == (packed.size, packed.read_head())
