"""Build jixiao.html: the converter, a Python for browsers and what both need, in one file.

Packages without compiled code come from the environment, those with it as wheels for browsers (wheels.lock);
the Python for browsers comes from npm (package-lock.json). Its bytecode is compiled once, by itself, so that
the page starts sooner.
"""

import base64
import gzip
import html
import importlib.metadata
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path, PurePath

import converter
from converter.pages import LOOK

HERE = Path(__file__).parent
BUILD = HERE.parent / "build" / "page"
PYODIDE = "node_modules/pyodide"

COMPILED = ("msgspec", "pydantic-core", "python-calamine")
PURE = (
    "annotated-types", "jinja2", "markdown-it-py", "markupsafe", "mdurl", "olefile",
    "pydantic", "pyyaml", "typing-extensions", "typing-inspection", "xlsxwriter",
)  # fmt: skip
SCRIPTS = ("needs", "files", "saving", "results", "page")  # the last runs, by the functions of the others
PLATFORM, PYTHON = "pyemscripten_2026_0_wasm32", "3.14"
SHELL = {"cli", "cluster", "rehearsal", "surroundings"}  # packages that only the command line uses
UNUSED = {"..", "cli", "v1", "deprecated", "experimental", "doc", "sboms", "_yaml", "olefile2.py", "mypy.py"}
UNUSED |= {"ext.py", "tree.py"}  # of Jinja and of markdown-it
"""Scripts of the environment, what packages keep of the past, only try out or offer beside what is used, and
what is for other tools.
"""
ENDS = (
    ".py",
    ".yaml",
    ".md",
    ".html",
    ".css",
    ".js",
    ".xml",
    ".rels",
    ".json",
    ".txt",
    ".typed",
)


def build(folder: Path) -> Path:
    """Build the page in a folder, where all it is made of is left, and return its path.

    CalledProcessError if npm, node or pip fail, as they do without a network when nothing is there yet.
    """
    folder.mkdir(parents=True, exist_ok=True)
    _fetch(folder)
    _collect_site(folder / "wheels", folder / "site")
    given = (HERE / "compile.mjs", folder / PYODIDE, folder / "site", HERE / "compiling.py", folder)
    subprocess.run(["node", *map(str, given)], check=True)
    page = folder / "jixiao.html"
    page.write_text(_page(folder), "utf-8")
    return page


def _fetch(folder: Path) -> None:
    """Fetch what is locked by its digest: from npm and from PyPI."""
    for name in ("package.json", "package-lock.json"):
        shutil.copy(HERE / name, folder)
    subprocess.run(["npm", "ci", "--silent", "--ignore-scripts"], cwd=folder, check=True)
    command = [
        sys.executable,
        "-m",
        "pip",
        "download",
        "-q",
        "--disable-pip-version-check",
        "--require-hashes",
    ]
    command += ["--no-deps", "--only-binary=:all:", "--platform", PLATFORM, "--python-version", PYTHON]
    command += ["--implementation", "cp", "--abi", "cp314", "-r", str(HERE / "wheels.lock")]
    subprocess.run([*command, "-d", str(folder / "wheels")], check=True)


def _collect_site(wheels: Path, site: Path) -> None:
    """Lay everything Python imports into one folder: wheels for browsers, pure packages, the converter."""
    shutil.rmtree(site, ignore_errors=True)
    site.mkdir()
    for wheel in sorted(wheels.glob("*.whl")):
        with zipfile.ZipFile(wheel) as archive:
            names = (Path(name) for name in archive.namelist())
            archive.extractall(site, [str(name) for name in names if name.suffix == ".so" or _is_used(name)])
    for package in PURE:
        for file in importlib.metadata.files(package) or ():
            if _is_used(file):
                _copy(Path(str(file.locate())), site / file)
    root = Path(converter.__file__).parent
    for source in root.rglob("*"):
        place = source.relative_to(root)
        if source.is_file() and "__pycache__" not in place.parts and place.parts[0] not in SHELL:
            _copy(source, site / "converter" / place)


def _is_used(file: PurePath) -> bool:
    return file.suffix in ENDS and not UNUSED.intersection(file.parts)


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def _page(folder: Path) -> str:
    pyodide = folder / PYODIDE
    sources = {path.name: path.read_text("utf-8") for path in (HERE / "src").iterdir()}
    parts = {
        "loader": pyodide / "pyodide.mjs",
        "module": pyodide / "pyodide.asm.mjs",
        "wasm": pyodide / "pyodide.asm.wasm",
        "library": folder / "library.zip",
        "lock": pyodide / "pyodide-lock.json",
        "packages": folder / "packages.zip",
    }
    carried = [_script(f"part-{name}", _packed(path.read_bytes())) for name, path in parts.items()]
    slots = {
        "style": LOOK.read_text("utf-8") + sources["page.css"],
        "version": converter.__version__,
        "licences": html.escape(_licences()),
        "parts": "\n".join([_script("worker", sources["worker.js"]), *carried]),
        "script": "\n".join(sources[f"{name}.js"] for name in SCRIPTS),
    }
    page = sources["index.html"]
    for name, text in slots.items():
        page = page.replace("{{ " + name + " }}", text)
    return page


def _script(name: str, text: str) -> str:
    return f'<script type="text/plain" id="{name}">{text}</script>'


def _packed(data: bytes) -> str:
    return base64.b64encode(gzip.compress(data, 9, mtime=0)).decode()


def _licences() -> str:
    """Return name, version and licence of everything the page carries."""
    lines = [f"jixiao {converter.__version__}: MIT", "Pyodide, CPython: MPL-2.0, PSF-2.0"]
    for package in sorted((*COMPILED, *PURE)):
        about = importlib.metadata.metadata(package)
        licence = about.get("License-Expression") or about.get("License") or ""
        classified = [each for each in about.get_all("Classifier", []) if each.startswith("License ::")]
        name = licence.splitlines()[0] if licence else classified[0].rpartition(":: ")[2]
        lines.append(f"{package} {about['Version']}: {name}")
    return "\n".join(lines)


if __name__ == "__main__":
    built = build(BUILD)
    print(f"{built}: {built.stat().st_size / 1e6:.1f} MB")
