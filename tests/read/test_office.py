"""LibreOffice is found where it is installed, and fetches nothing that a document links to."""

import io
import os
import shutil
import threading
import zipfile
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from converter.read.files import office

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
    settings = office.converted(b"", ".odt", "txt")
    assert settings is not None
    assert b'"BlockUntrustedRefererLinks" oor:op="fuse"><value>true' in settings


def test_without_it_nothing_is_converted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "PLACES", ("no-such-program",))
    assert office.converted(b"", ".odt", "txt") is None


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
        assert office.converted(_linked(f"http://127.0.0.1:{server.server_port}/a.png"), ".odt", "docx")
        server.shutdown()
    assert _Asked.found == []


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
