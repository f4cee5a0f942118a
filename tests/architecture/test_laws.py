"""The laws of the architecture hold: layers.yaml has what they demand, broken.yaml what each refuses."""

import ast
import os
import pkgutil
import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path, PurePosixPath
from statistics import median, quantiles
from typing import Any

import pytest

from tests.architecture.laws import LAWS, broad_lines, lengths
from tests.architecture.laws_together import TOGETHER
from tests.architecture.modules import ROOT, RULES, Module, modules
from tests.data import data_of

MODULES = modules()
HERE = Path(__file__).parent
BROKEN = data_of(HERE / "broken.yaml")
SAMPLES = ROOT.parent / "samples" / "inbox"
IMPORTED_AS = {
    "markdown-it-py": "markdown_it",
    "msoffcrypto-tool": "msoffcrypto",
    "python-calamine": "python_calamine",
    "python-docx": "docx",
    "pyyaml": "yaml",
}
LISTS = ("cli/commands", "messages")
"""Packages whose modules are one command or one topic each."""

SAID = {
    module.path: ast.get_docstring(ast.parse(module.text)) or ""
    for module in MODULES
    if module.path.endswith("__init__.py")
}
PACKAGES = {module.package for module in MODULES if "/" in module.path} | {"packs"}


@pytest.mark.parametrize("law", LAWS)
def test_every_module_keeps_the_law(law: str) -> None:
    faults = [f"{module.path}: {wrong}" for module in MODULES for wrong in LAWS[law](module)]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("law", TOGETHER)
def test_all_modules_together_keep_the_law(law: str) -> None:
    assert list(TOGETHER[law](MODULES)) == []


@pytest.mark.parametrize("broken", BROKEN, ids=lambda broken: f"{broken['law']}-{broken['says']}")
def test_a_broken_law_is_seen(broken: dict[str, Any]) -> None:
    if broken["law"] in TOGETHER:
        files = [Module(path, text) for path, text in broken["files"].items()]
        [wrong] = TOGETHER[broken["law"]](files)
    else:
        text = broken["text"]
        lacking = broken.get("lines", 0) - len(text.splitlines())
        filler = "\n    x = 1" if ":" in text else "\nx = 1"
        [wrong] = LAWS[broken["law"]](Module(broken["path"], text + filler * lacking))
    assert wrong.startswith(broken["says"])


@pytest.mark.parametrize("law", [*LAWS, *TOGETHER])
def test_every_law_is_seen_broken(law: str) -> None:
    assert law in {broken["law"] for broken in BROKEN}


def test_every_package_is_in_the_table() -> None:
    assert PACKAGES - {"packs"} == set(RULES["packages"])


def test_packages_stand_above_those_they_import() -> None:
    """No two packages import each other, not even by a detour."""
    packages, above = dict(RULES["packages"]), list[str]()
    while packages:
        lowest = [package for package, below in packages.items() if set(below) <= set(above)]
        assert lowest, f"a circle among {sorted(packages)}"
        above += lowest
        packages = {package: below for package, below in packages.items() if package not in lowest}


def test_what_the_table_allows_is_used() -> None:
    """A permission nobody needs would let a wrong import in unseen."""
    used = {
        (module.package, (name or imported).partition(".")[0])
        for module in MODULES
        for name, imported in module.internal
    }
    allowed = {(package, other) for package, below in RULES["packages"].items() for other in below}
    assert allowed - used == set()


@pytest.mark.parametrize("library", [name for name, users in RULES["sole_importers"].items() if users])
def test_sole_importers_have_users(library: str) -> None:
    users = {
        module.package for module in MODULES for name, _ in module.imports if name.split(".")[0] == library
    }
    assert users == set(RULES["sole_importers"][library])


def test_every_dependency_has_a_user() -> None:
    project = (ROOT.parent / "pyproject.toml").read_text("utf-8")
    needed = re.search(r"^dependencies = \[(.*?)^\]", project, re.DOTALL | re.MULTILINE)
    assert needed
    names = set(re.findall(r'"([a-z0-9-]+)', needed[1]))
    used = {name.split(".")[0] for module in MODULES for name, _ in module.imports}
    assert not {name for name in names if IMPORTED_AS.get(name, name) not in used}


def test_there_is_one_broad_except() -> None:
    assert [module.path for module in MODULES for _ in broad_lines(module)] == RULES["broad"]


def test_packs_hold_no_code() -> None:
    assert {path.suffix for path in (ROOT / "packs").rglob("*") if path.is_file()} == {".yaml", ".md"}


def test_a_cold_run_loads_only_what_it_needs(tmp_path: Path) -> None:
    outbox = tmp_path / "outbox"
    convert = ("convert", str(SAMPLES), "-o", str(outbox), "-j", "1", "--force")
    first, second = (_loaded_by(convert, tmp_path) for _ in range(2))
    assert first & set(RULES["cold"]) == set()
    assert second & {*RULES["cold"], *RULES["cold_once_compiled"]} == set()
    report = next(outbox.rglob("*.docx"))
    verify = _loaded_by(("verify", str(report)), tmp_path)
    assert verify & {*RULES["cold"], *RULES["cold_once_compiled"], *RULES["cold_verify"]} == set()


def _loaded_by(words: Sequence[str], folder: Path) -> set[str]:
    """Return what a new process loads for a command; a `folder` keeps what it compiles."""
    code = (
        "import sys; from converter.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print('LOADED', *sorted({name.split('.')[0] for name in sys.modules}))"
    )
    compiling = {"PYTHONPYCACHEPREFIX": str(folder / "compiled"), "PYTHONDONTWRITEBYTECODE": ""}
    run = subprocess.run(
        [sys.executable, "-c", code, *words],
        capture_output=True,
        text=True,
        cwd=ROOT.parent,
        env=os.environ | compiling,
    )
    loaded = set(run.stdout.partition("LOADED ")[2].split())
    assert "converter" in loaded, run.stderr
    return loaded


@pytest.mark.parametrize("document", ["README.md", "docs/architecture.md"])
def test_tables_of_packages_list_what_there_is(document: str) -> None:
    rows = re.findall(r"^\| `converter/(\w+)` \|", (ROOT.parent / document).read_text("utf-8"), re.MULTILINE)
    assert sorted(rows) == sorted(PACKAGES)


def test_journeys_name_functions_that_there_are() -> None:
    text = (ROOT.parent / "docs" / "architecture.md").read_text("utf-8")
    names = re.findall(r"^\d+\. `([\w.]+)` — ", text, re.MULTILINE)
    assert len(names) > 20
    assert all(callable(pkgutil.resolve_name(f"converter.{name}")) for name in names)


def test_every_package_says_what_it_is_for() -> None:
    assert [path for path, words in SAID.items() if len(words.split()) < 12] == []


def test_every_package_says_what_each_of_its_modules_is_for() -> None:
    unsaid = []
    for module in MODULES:
        path = PurePosixPath(module.path)
        room = path.parent.parent if path.name == "__init__.py" else path.parent
        name = path.parent.name if path.name == "__init__.py" else path.stem
        if room.as_posix() not in (".", *LISTS) and f"`{name}`" not in SAID.get(f"{room}/__init__.py", ""):
            unsaid.append(f"{room}/__init__.py: `{name}`")
    assert not unsaid, "not in the docstring of its package: " + "\n".join(unsaid)


@pytest.mark.parametrize("kind", ["file", "function"])
def test_most_files_and_functions_are_small(
    kind: str, record_property: Callable[[str, object], None]
) -> None:
    found = sorted(lines for module in MODULES for what, _, lines in lengths(module) if what == kind)
    nine_in_ten = quantiles(found, n=10)[-1]
    record_property(
        "measured",
        f"{len(found)} {kind}s: median {median(found):g} lines, nine in ten at most {nine_in_ten:g},"
        f" longest {found[-1]}",
    )
    limits = RULES["sizes"][kind]
    assert median(found) <= limits["middle"]
    assert nine_in_ten <= limits.get("nine_in_ten", nine_in_ten)


def test_a_file_that_breaks_no_law_passes() -> None:
    fine = Module(
        "rules/checks/checks.py",
        "from converter.figures import Figure\nfrom converter.rules.language.terms import Name\n"
        "x = 'a'.replace('a', 'b')\n",
    )
    assert [wrong for law in LAWS.values() for wrong in law(fine)] == []
