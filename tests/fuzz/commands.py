"""Spoil sheets, Word reports, PDFs and overlays, and put them through every command that reads them.

    python -m tests.fuzz.commands --minutes 15 [--seed N]

Not part of the tests. A command runs in a process of its own, which has 60 seconds and 6 GB. What must hold:
an exit code of ours, no traceback, no fault of the program's own, and an overview after every `convert`. What
went wrong is printed with its seed, and its input stays in the folder that is named.
"""

import argparse
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from samples.filing import write
from samples.filing.budget import budget
from samples.filing.final_accounts import final_accounts
from samples.filing.invented import invent
from samples.filing.layout import random_layout
from tests.fuzz.fuzz import spoiled_bytes, spoiled_cells, with_formulas
from tests.zipped import with_part

SECONDS, BYTES = 60, 6_000_000_000
INBOX = Path(__file__).parents[2] / "samples" / "inbox"
GOOD = "武陵市档案馆"
WRONG = ("Traceback", "程序内部出错", "处理超过", "占用内存过多")
KINDS = (".xlsx", ".xls", ".ods", ".xlsb", ".csv")
Spoil = Callable[[random.Random, bytes], bytes]

TEXT = b"<w:p><w:r><w:t>%s</w:t></w:r></w:p>"
WORD = [
    b'<w:gridSpan w:val="99999999"/>',
    b'<w:vMerge w:val="restart"/>',
    b"<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>",
    TEXT % ("2020年度支出1万元，".encode() * 3_000),
    TEXT % (b"9" * 100_000),
    b"<w:p/>" * 20_000,
    "<w:t>增长-0.00%；其中：(）“</w:t>".encode(),
    b'<w:bookmarkStart w:id="1" w:name="_jx1_a"/>' * 3_000,
    b"<w:tbl>" * 300,
    b"<w:r>" * 3_000,
    b"&#0;",
    b"]]>",
    b'<w:ins w:id="1"><w:del w:id="2">',
    b"<w:sdt><w:sdtContent>" * 500,
    b'<w:pStyle w:val="Heading99"/>',
]
OVERLAY = [
    "a: &a [*a]",
    "? [x]\n: y",
    "names: " + "[" * 5_000,
    "- " * 900,
    "支出: 收入\n" * 9_000,
    "支出: [" + "甲, " * 9_000 + "]",
    "!!python/object:os.system x",
    "x: 1e999",
    "\t支出: 收入",
    "支出: |\n  收入",
    "<<: {a: b}",
    "“",
    "---\n---\n",
    "支出:\n- {a: {b: {c: d}}}",
    "'支出合计': ['支出合计']",
    "𠮷: ['𠮷']",
    "(a+)+$: ['" + "a" * 40 + "']",
]
STARTS = [b"<w:p>", b"<w:tc>", b"<w:r>", b"<w:t"]


def seeds(root: Path) -> dict[str, Path]:
    """Make the reports that are spoiled: our own as .docx and, where LibreOffice is, as .pdf."""
    _run(["convert", str(INBOX), "-o", str(root / "out"), "--review"], root / "log")
    found = sorted((root / "out").glob("*/*.docx"))
    if office := shutil.which("soffice"):
        command = [office, "--headless", "--convert-to", "pdf", "--outdir", str(root), str(found[0])]
        subprocess.run(command, check=False, capture_output=True, timeout=180)
    files = [*found, *root.glob("*.pdf")]
    return {f"{number}{path.suffix}": path for number, path in enumerate(files)}


def uses(draw: random.Random, root: Path, reports: dict[str, Path]) -> Iterator[list[str]]:
    """File something spoiled and yield the commands that read it."""
    inbox, out = root / "inbox", root / "out"
    shutil.copytree(INBOX / GOOD, inbox / GOOD)
    kind = draw.choice(["sheet", "sheet", "report", "report", "overlay"])
    if kind == "sheet":
        place = draw.choice([inbox / "甲局", inbox / "甲局", inbox])
        name = draw.choice(["名册", "部门绩效汇总表"]) if place == inbox else "2021年度部门决算公开表"
        file = _sheet(draw, place / name)
        yield ["inspect", str(file)]
        yield ["figures", str(inbox), "-j", "2"]
        yield ["explain", str(file), "支出"]
    elif kind == "report":
        source = draw.choice(list(reports.values()))
        spoil = _spoiled_word if source.suffix == ".docx" and draw.random() < 0.7 else spoiled_bytes
        file = root / f"报告{source.suffix}"
        file.write_bytes(spoil(draw, source.read_bytes()))
        yield ["verify", str(file)]
        yield ["verify", str(file), "--data", str(inbox), "-j", "1"]
        yield ["explain", str(file), "支出"]
        (inbox / GOOD / f"文字材料{source.suffix}").write_bytes(file.read_bytes())
    else:
        text = "\n".join(draw.choice([*OVERLAY, "支出合计: [支出总额]"]) for _ in range(draw.randint(1, 4)))
        data = text.encode(errors="surrogatepass")
        (inbox / "别名.yaml").write_bytes(spoiled_bytes(draw, data) if draw.random() < 0.5 else data)
        yield ["check", str(inbox)]
        yield ["inspect", str(next((inbox / GOOD).glob("*公开表.xls")))]
    yield ["convert", str(inbox), "-o", str(out), "-j", "2"]


def _sheet(draw: random.Random, stem: Path) -> Path:
    filed, layout = invent(draw.randrange(10**6), 2021), random_layout(draw.randrange(10**6))
    tables = draw.choice(
        [final_accounts(filed.accounts, layout), budget(filed.accounts, filed.prior, layout)]
    )
    suffix = draw.choice(KINDS)
    path = stem.with_name(stem.name + suffix)
    if suffix == ".csv":
        path.parent.mkdir(exist_ok=True)
        lines = (",".join(map(str, table.cells.values())) for table in tables)
        path.write_bytes(spoiled_bytes(draw, "\n".join(lines).encode()))
        return path
    written = path.with_suffix(".xlsx" if suffix == ".xlsb" else suffix)
    try:
        written = write.book(spoiled_cells(draw, tables), written)
    except (ValueError, TypeError, OverflowError):  # a text the writing library refuses
        written = write.book(tables, written)
    data = written.read_bytes()
    data = with_formulas(draw, data) if written.suffix == ".xlsx" and draw.random() < 0.3 else data
    path.write_bytes(spoiled_bytes(draw, data))
    return path


def _spoiled_word(draw: random.Random, data: bytes) -> bytes:
    """Return a .docx with hostile markup somewhere in its text."""

    def spoiled(content: bytes) -> bytes:
        for _ in range(draw.choice([1, 1, 2, 9])):
            begins = draw.choice([b"<w:p>", b"<w:tc>", b"<w:r>", b"<w:t"])
            at = content.find(begins, draw.randrange(len(content)))
            content = content[:at] + draw.choice(WORD) + content[at:]
        return content

    return with_part(data, "word/document.xml", spoiled)


def _run(arguments: list[str], log: Path) -> str:
    """Run a command in a fork of this process; return what is wrong with how it ended, '' if nothing is."""
    child = os.fork()
    if not child:
        os.setsid()
        resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
        with log.open("wb") as output:
            os.dup2(output.fileno(), 1)
            os.dup2(output.fileno(), 2)
        sys.argv = ["jixiao", *arguments]
        sys.stdout, sys.stderr = os.fdopen(1, "w"), os.fdopen(2, "w")
        from converter.cli import main

        code = 99
        try:
            main()
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 0
        finally:
            sys.stdout.flush()
            os._exit(code)
    deadline = time.monotonic() + SECONDS
    while (ended := os.waitpid(child, os.WNOHANG))[0] == 0:
        if time.monotonic() > deadline:
            os.killpg(child, signal.SIGKILL)
            os.waitpid(child, 0)
            return f"over {SECONDS} s"
        time.sleep(0.01)
    text = log.read_text("utf-8", "replace")
    code = os.waitstatus_to_exitcode(ended[1])
    words = [word for word in WRONG if word in text]
    return f"exit {code}" if code not in (0, 1, 2, 3) else "、".join(words)


def main() -> None:
    """Run for the minutes asked for and print what was found."""
    options = argparse.ArgumentParser()
    options.add_argument("--minutes", type=float, default=15)
    options.add_argument("--seed", type=int, default=0)
    given = options.parse_args()
    import converter.batch.verification
    import converter.cli.app  # noqa: F401  # loaded once, for all forks

    root = Path(tempfile.mkdtemp(prefix="jixiao-fuzz-"))
    reports = seeds(root)
    end, seed, commands, faults = time.monotonic() + given.minutes * 60, given.seed, 0, 0
    while time.monotonic() < end:
        place, wrong = root / str(seed), False
        place.mkdir()
        for arguments in uses(random.Random(seed), place, reports):
            told = _run(arguments, place / "log")
            if arguments[0] == "convert" and not told and not _has_overview(place):
                told = "no overview"
            commands += 1
            if told:
                wrong, faults = True, faults + 1
                print(f"seed {seed}: {' '.join(arguments)}: {told}", flush=True)
                shutil.copyfile(place / "log", place / f"log-{arguments[0]}")
        if not wrong:
            shutil.rmtree(place)
        seed += 1
    print(f"{seed - given.seed} inputs, {commands} commands, {faults} faults; {root}")


def _has_overview(place: Path) -> bool:
    """Whether a run wrote its overview, or was refused before it began, as for a wrong pack."""
    return any((place / "out").glob("汇总*.xlsx")) or not (place / "out" / "manifest.json").exists()


if __name__ == "__main__":
    main()
