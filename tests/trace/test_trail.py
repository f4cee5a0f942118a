"""The trail of a report, and where in it a figure shows."""

from decimal import Decimal

from converter.figures.figure import Figure
from converter.figures.ledger import DetailRow, Ledger
from converter.figures.origin import CellOrigin, Derived
from converter.narrative.blocks import Cell, Paragraph, Table, TextRun, Title
from converter.pack.amounts import Amounts
from converter.pack.loading import load_pack
from converter.trace.build import build_trail
from converter.trace.printed_figures import PrintedFigures
from converter.trace.trail import Input

PACK = load_pack()


def _cell(figure_id: str, amount: int, at: str) -> Figure:
    return Figure(
        figure_id, Decimal(amount), "元", CellOrigin("决算.xlsx", "支出", at, amount, "元", "支出表")
    )


def _ledger() -> Ledger:
    ledger = Ledger("某局", 2020)
    ledger.enter(_cell("乙.决算", 40000, "C8"))
    ledger.enter(_cell("无关.决算", 1, "C9"))
    ledger.enter_detail_rows([DetailRow("明细", "01", "甲", {"决算": _cell("明细[01].决算", 60000, "C7")})])
    ledger.enter(Figure("甲.决算", Decimal(60000), "元", Derived("sum(明细.决算)", ("明细[01].决算",))))
    ledger.enter(
        Figure("总额.决算", Decimal(100000), "元", Derived("甲.决算 + 乙.决算", ("甲.决算", "乙.决算")))
    )
    return ledger


def _run(figure_id: str) -> TextRun:
    return TextRun("数", figure_id)


BLOCKS = (
    Title(("标题",)),
    Paragraph(
        (
            TextRun("支出"),
            _run("总额.决算"),
            TextRun("。其中"),
            _run("甲.决算"),
            TextRun("，"),
            _run("总额.决算"),
        )
    ),
    Table("表", "", (1, 1), (), ((Cell((TextRun("乙"),)), Cell((_run("乙.决算"),))),)),
)


def test_the_trail_holds_what_is_printed_and_all_it_is_computed_from() -> None:
    trail = build_trail(BLOCKS, _ledger(), PACK, Amounts(PACK), [Input("决算.xlsx", "ff")])
    assert list(trail.figures) == ["总额.决算", "甲.决算", "明细[01].决算", "乙.决算"]
    assert trail.figures["乙.决算"].text == "4.00万元"
    assert (trail.department, trail.digest, trail.inputs) == (
        "某局",
        PACK.digest,
        (Input("决算.xlsx", "ff"),),
    )


def test_where_a_figure_is_printed() -> None:
    printed = PrintedFigures(BLOCKS, build_trail(BLOCKS, _ledger(), PACK, Amounts(PACK), []))
    assert printed.passages == [(1, ("总额.决算",)), (2, ("甲.决算", "总额.决算")), (4, ("乙.决算",))]
    assert [printed.number_of([each]) for each in ("总额.决算", "乙.决算", "明细[01].决算", "无关.决算")] == [
        1,
        4,
        1,
        0,
    ]
    assert printed.number_of(["无关.决算", "甲.决算"]) == 2
    assert printed.cells_behind(["总额.决算"]) == "决算.xlsx!支出：C7、C8"
