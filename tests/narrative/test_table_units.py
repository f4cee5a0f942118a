"""The amounts of a table are in the unit that the line above it names, those of its texts too."""

import pytest
from msgspec.structs import replace

from converter.narrative.blocks import Table
from converter.narrative.narrator import Narrator
from converter.pack.loading import load_pack
from converter.pack.shapes.tables import GridCell, ReportTable
from converter.rules.judge import Rules
from tests.rules.ledgers import ledger

PACK = load_pack()
RULES = Rules(PACK)
LEDGER = ledger({"三公经费.决算": "12.34万元", "人员.在职": "7人"})


@pytest.mark.parametrize(
    ("line", "amount"),
    [
        ("单位：万元", "12.34"),
        ("单位：元", "123400.00"),
        ("（金额单位：千元）", "123.40"),
        ("单位：元、人", "123400.00"),
        ("", "12.34"),
    ],
)
def test_amounts_of_a_table_print_in_the_unit_above_it(line: str, amount: str) -> None:
    row = (
        GridCell(figure="三公经费.决算"),
        GridCell(figure="人员.在职"),
        GridCell(text="共{{ 三公经费.决算 | number }}，即{{ 三公经费.决算 }}"),
    )
    table = ReportTable(caption="表", unit=line, widths=(1, 1, 1), grid=(row,))
    text = '{{ table("表") }}\n\n{{ 三公经费.决算 | number }}'
    pack = replace(PACK, tables=PACK.tables | {"表": table}, report=replace(PACK.report, text=text))
    shown, after = Narrator(pack).narrate(LEDGER, RULES.judge(LEDGER)).blocks
    assert isinstance(shown, Table)
    cells = ["".join(run.text for run in cell.runs) for cell in shown.body[0]]
    assert cells == [amount, "7", f"共{amount}，即12.34万元"]
    assert "".join(run.text for run in after.runs) == "12.34"  # type: ignore[union-attr]
