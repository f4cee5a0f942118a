"""The tree: a line a figure, down to the cells; what was led back once is not led back again."""

from converter.trace.explain import DEEPEST, tree
from tests.trace.trails import TRAIL, derived

TREE = """\
甲.得分 = 4分　算法：标准　60%大于50%，计4分
└─ 甲.占比 = 60.00%　算法：决算 / 总额.决算
   ├─ 甲.决算 = 6.00万元　算法：明细.决算 合计
   │  └─ 明细[01].决算 = 6.00万元　决算.xlsx!支出!C7 = 6（万元）
   └─ 总额.决算 = 10.00万元　算法：甲.决算 + 乙.决算
      ├─ 甲.决算 = 6.00万元　（来历见上）
      └─ 乙.决算 = 4.00万元　决算.xlsx!支出!C8 = 4（万元）
"""


def test_a_figure_is_led_back_to_its_cells_each_once() -> None:
    assert "\n".join(tree("甲.得分", TRAIL.figures).lines()) + "\n" == TREE


def test_a_blank_and_an_unknown_figure_are_said_to_be() -> None:
    assert tree("丙.决算", TRAIL.figures).text.startswith("丙.决算 = 空白")
    assert "没有这个数" in tree("丁.决算", TRAIL.figures).text


def test_an_endless_way_is_cut_short() -> None:
    chain = {f"甲.{step}": derived(f"甲.{step}", "1", "1", "和", f"甲.{step + 1}") for step in range(5_000)}
    lines = list(tree("甲.0", chain).lines())
    assert len(lines) == DEEPEST + 1
    assert "其余略去" in lines[-1]
