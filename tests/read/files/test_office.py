"""LibreOffice is found where it is installed, and fetches nothing that a document links to."""

import io
import os
import shutil
import subprocess
import sys
import threading
import zipfile
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from time import sleep

import pytest

from converter.pack import load_pack
from converter.read.files.office import converting as office
from converter.read.files.office.links import without_links

LIMITS = load_pack().limits

STAND_IN = """#!/bin/sh
while [ "$1" != --outdir ]; do case "$1" in -env:*) profile=${1#*file://} ;; esac; shift; done
mkdir "$2" && cp "$profile/user/registrymodifications.xcu" "$2/source.txt"
"""


def test_it_is_found_in_the_path_and_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "Program Files" / "soffice.exe"
    program.parent.mkdir()
    program.write_text(STAND_IN)
    program.chmod(0o755)
    monkeypatch.setattr(office, "PLACES", ("no-such-program", str(tmp_path / "none"), str(program)))
    settings = office.converted(_linked("Pictures/a.png"), ".odt", "txt", LIMITS)
    assert settings is not None
    assert b'"BlockUntrustedRefererLinks" oor:op="fuse"><value>true' in settings


def test_without_it_nothing_is_converted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "PLACES", ("no-such-program",))
    assert office.converted(_linked("Pictures/a.png"), ".odt", "txt", LIMITS) is None


class _Asked(BaseHTTPRequestHandler):
    """Keeps what it was asked for."""

    found: list[str] = []

    def do_OPTIONS(self) -> None:
        self.found.append(self.path)
        self.send_error(404)

    def do_GET(self) -> None:
        self.do_OPTIONS()


@pytest.mark.render
@pytest.mark.skipif(
    not shutil.which("soffice") and not os.environ.get("JIXIAO_RENDER"), reason="needs LibreOffice"
)
def test_a_linked_picture_is_not_fetched() -> None:
    with HTTPServer(("127.0.0.1", 0), _Asked) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        assert office.converted(
            _linked(f"http://127.0.0.1:{server.server_port}/a.png"), ".odt", "docx", LIMITS
        )
        server.shutdown()
    assert _Asked.found == []


@pytest.mark.parametrize(
    "address", ["http://a.example/b", "file:///etc/passwd", "../x", "//host/share", "Pictures/../../x"]
)
def test_what_lies_outside_is_stripped(address: str) -> None:
    stripped = without_links(_linked(address), LIMITS)
    assert stripped is not None
    with zipfile.ZipFile(io.BytesIO(stripped)) as package:
        assert address.encode() not in package.read("content.xml")
        assert package.namelist()[0] == "mimetype"


def test_relations_to_the_outside_are_stripped() -> None:
    relation = '<Relationship Id="{}" Type="t/image" Target="{}"{}/>'
    relations = relation.format("a", "x.png", "") + relation.format(
        "b", "http://a.example", ' TargetMode="External"'
    )
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as made:
        made.writestr("_rels/.rels", f'<Relationships xmlns="urn:r">{relations}</Relationships>')
    stripped = without_links(data.getvalue(), LIMITS)
    assert stripped is not None
    with zipfile.ZipFile(io.BytesIO(stripped)) as package:
        kept = package.read("_rels/.rels")
    assert b"x.png" in kept
    assert b"a.example" not in kept


def test_what_cannot_be_stripped_needs_a_seal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "is_sealed", lambda: False)
    assert office.converted(b"{\\rtf1}", ".rtf", "docx", LIMITS) is None


SLEEPER = """
import sys
from converter.read.files.office.outside import folder_for_one
with folder_for_one() as folder:
    (folder.path / "copy").write_text("x")
    print(folder.path, flush=True)
    words = "sleep 300 & echo $! > $0/child; echo $$ > $0/own; wait"
    folder.run(["sh", "-c", words, str(folder.path)], 300)
"""


@pytest.mark.skipif(os.name == "nt", reason="groups of processes are of POSIX systems")
def test_a_program_and_its_copies_end_with_who_asked_for_it() -> None:
    with subprocess.Popen([sys.executable, "-c", SLEEPER], stdout=subprocess.PIPE, text=True) as asking:
        assert asking.stdout
        folder = Path(asking.stdout.readline().strip())
        _until(lambda: (folder / "own").is_file() and (folder / "own").read_text() != "")
        pids = [int((folder / name).read_text()) for name in ("child", "own")]
        asking.kill()
    _until(lambda: not folder.exists() and not any(map(_lives, pids)))


def _until(holds: Callable[[], bool]) -> None:
    for _ in range(3000):  # a minute, for a machine with much to do
        if holds():
            return
        sleep(0.02)
    pytest.fail("it does not come to pass")


def _lives(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


NAMES = {name: name for name in ("office", "text", "manifest")} | {"draw": "drawing", "svg": "svg-compatible"}
XML = '<?xml version="1.0" encoding="UTF-8"?>'
KIND = "application/vnd.oasis.opendocument.text"


def _linked(address: str) -> bytes:
    """Return a text document with a picture that it only links to."""
    names = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for short, name in NAMES.items()
    )
    link = f'xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="{address}" xlink:type="simple"'
    parts = {
        "mimetype": KIND,
        "content.xml": f'{XML}<office:document-content {names} office:version="1.2"><office:body>'
        f'<office:text><text:p><draw:frame svg:width="1cm" svg:height="1cm"><draw:image {link}/></draw:frame>'
        "</text:p></office:text></office:body></office:document-content>",
        "META-INF/manifest.xml": f'{XML}<manifest:manifest {names} manifest:version="1.2">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{KIND}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
        "</manifest:manifest>",
    }
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as made:
        for name, part in parts.items():
            made.writestr(name, part)
    return data.getvalue()
