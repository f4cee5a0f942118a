"""Run by the Python of the page, once, when the page is built: compile what it would compile at each start.

These are the packages and the packs, where they will lie, and the library. Bytecode takes hardly more room
than source as long as it does not tell columns, which only a shown source needs.
"""

import py_compile
import shutil
import site
import sys
from collections.abc import Iterable
from importlib import invalidate_caches
from pathlib import Path
from zipfile import ZipFile, ZipInfo

PACKAGES, LIBRARY = Path(site.getsitepackages()[0]), Path("/library")
NEEDLESS = (
    "_ast_unparse.", "_pydatetime.", "_pydecimal.", "_pyio.", "_pyrepl/", "argparse.",
    "asyncio/proactor_events.", "asyncio/windows_", "bdb.", "cmd.", "code.", "compileall.", "configparser.",
    "ctypes/", "doctest.", "ensurepip/", "filecmp.", "fileinput.", "ftplib.", "getopt.", "getpass.", "http/",
    "imaplib.", "importlib/_bootstrap", "logging/config.", "logging/handlers.", "mailbox.", "mimetypes.",
    "modulefinder.", "multiprocessing/forkserver.", "multiprocessing/heap.", "multiprocessing/managers.",
    "multiprocessing/pool.", "multiprocessing/resource_tracker.", "multiprocessing/shared_memory.",
    "multiprocessing/spawn.", "optparse.", "pdb.", "pickletools.", "plistlib.", "poplib.", "profile.",
    "pstats.", "py_compile.", "pyclbr.", "pydoc.", "pyodide/console.", "rlcompleter.", "runpy.", "shelve.",
    "smtplib.", "socketserver.", "sqlite3/", "symtable.", "tabnanny.", "tarfile.", "timeit.", "tomllib/",
    "trace.", "tracemalloc.", "unittest/", "urllib/request.", "urllib/robotparser.", "wave.", "webbrowser.",
    "wsgiref/", "xml/dom/", "xml/sax/", "xmlrpc/", "zipapp.", "zipimport.",
)  # fmt: skip
"""What of the library is for a network or for programmers, or what the interpreter has inside."""
TABLE, TABLES = b"decoding_table", {"cp437", "cp1252"}
"""What an encoding of 256 characters is known by, and those that files met here are in."""


def compile_all() -> None:
    """Write /packages.zip and /library.zip, their members not packed: the page packs each as a whole."""
    shutil.unpack_archive("/python_stdlib.zip", LIBRARY)
    _compile(PACKAGES, PACKAGES.rglob("*.py"))
    _compile(LIBRARY, LIBRARY.rglob("*.py"))
    invalidate_caches()
    _store_packs()
    _zip(LIBRARY, "/library.zip")
    _zip(PACKAGES, "/packages.zip")


def _compile(folder: Path, sources: Iterable[Path]) -> None:
    """Replace sources by their bytecode, which is taken as it is."""
    for source in sources:
        if source.is_file():
            shown = str(source.relative_to(folder))
            unchecked = py_compile.PycInvalidationMode.UNCHECKED_HASH
            py_compile.compile(
                str(source), f"{source}c", shown, doraise=True, optimize=2, invalidation_mode=unchecked
            )
            source.unlink()


def _store_packs() -> None:
    """Have the packs and their templates stored as the converter stores them, and what is known of all."""
    from converter.narrative.narrator import Narrator
    from converter.pack import load_pack, pack_named, shipped_catalogue, shipped_packs

    sys.dont_write_bytecode = False  # else they are not stored either
    shipped_catalogue()
    for name, _ in shipped_packs():
        Narrator(load_pack(pack_named(name)))


def _zip(folder: Path, target: str) -> None:
    with ZipFile(target, "w") as archive:
        for file in sorted(path for path in folder.rglob("*") if path.is_file()):
            place, data = file.relative_to(folder), file.read_bytes()
            is_needless = folder is LIBRARY and place.as_posix().startswith(NEEDLESS)
            is_needless |= place.parts[0] == "encodings" and TABLE in data and place.stem not in TABLES
            if not is_needless:
                archive.writestr(ZipInfo(place.as_posix()), data)


compile_all()
