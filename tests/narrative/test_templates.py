"""Templates: what they may name, what they may do, and when a fault in one is noticed."""

from decimal import Decimal

import pytest
from jinja2 import UndefinedError
from jinja2.exceptions import SecurityError

from converter.figures.figure import Figure
from converter.figures.origin import Derived
from converter.narrative.placeholders import Slot
from converter.narrative.templates.compiler import TemplateFaultError, Templates
from converter.narrative.templates.faults import TemplateNames, template_faults
from converter.narrative.templates.markup_faults import crowded_blocks, markup_faults

NAMES = TemplateNames(
    items={"人员": frozenset({"在职", "编制"}), "车辆": frozenset({"辆数"})},
    lists={"问题": frozenset({"problem"}), "未评分": frozenset()},
    values=frozenset({"年度", "部门"}),
    texts=frozenset({"机构设置"}),
    tables={"对比表": "", "项目表": "问题"},
)


@pytest.fixture
def templates() -> Templates:
    return Templates()


def _faults(templates: Templates, text: str) -> list[tuple[int, str]]:
    try:
        tree = templates.parsed(text)
    except TemplateFaultError as wrong:
        return [(wrong.line, wrong.message)]
    return list(template_faults(tree, NAMES))


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("{{ 年份 }}", 1, "不存在的“年份”"),
        ("{% for 项 in 问题 %}{{ 项目 }}{% endfor %}", 1, "不存在的“项目”"),
        ("{{ 部门 ~ 单位 ~ 甲 }}", 1, "不存在的“单位”"),
        ("\n{% if 年度 %}", 2, "没有写 endif"),
        ("甲\n{% if 年度 %}\n乙\n{% if 部门 %}丙{% endif %}\n丁\n", 2, "这里的 if 没有写 endif"),
        ("{% for 项 in 问题 %}\n{%- if 年度 %}\n{% endfor %}", 2, "这里的 if 没有写 endif"),
        ("{% macro 句(甲) %}\n{{ 甲 }}\n", 1, "这里的 macro 没有写 endmacro"),
        ("{% if 部门 = '甲' %}{% endif %}", 1, "写两个等号 =="),
        ("{% if 年度 %}{% endfi %}", 1, "不认识 {% endfi %}"),
        ("{{ 年度 | 大写 }}", 1, "没有“| 大写”"),
        ("{{ 人员.在值 }}", 1, "相近的是“人员.在职”"),
        ("{{ 人员.在职.nil }}", 1, "不存在的“nil”"),
        ("{{ 部门.名称 }}", 1, "不存在的“部门.名称”"),
        ("{{ 人员 }}", 1, "后面要写种类"),
        ("{{ words }}", 1, "圆括号"),
        ("{{ table() }}", 1, "table 后面的括号里"),
        ("{{ words('机构设置', '甲', '乙') }}", 1, "words 后面的括号里"),
        ("{{ len(部门) }}", 1, "“len”不是"),
        ("{{ words('机构') }}", 1, "相近的是“机构设置”"),
        ("{{ annex('附件', '对照表') }}", 1, "相近的是“对比表”"),
        ("{{ table('项目表') }}", 1, "列表“问题”一行一张的"),
        ("{% for 项 in 未评分 %}{{ table('项目表', of=项) }}{% endfor %}", 1, "列表“问题”一行一张的"),
        ("{{ annex('附件', '项目表', landscape=true) }}", 1, "列表“问题”一行一张的"),
        ("{% if 年度 > 10万 %}{% endif %}", 1, "写到“万”这里读不懂"),
        ("{% for 项 in 问题 %}{{ 项.cause }}{% endfor %}", 1, "不存在的“cause”"),
        ("{% for 项 in 问题 %}{% endfor %}{{ 项 }}", 1, "不存在的“项”"),
        ("{% for 项 in 人员 %}{% endfor %}", 1, "for 只能用于"),
        ("{% for n in range(9) %}{% endfor %}", 1, "for 只能用于"),
        ("{% macro 句(项) %}\n{{ 项.在编 }}{% endmacro %}{{ 句(人员) }}", 2, "不存在的“人员.在编”"),
        ("{% macro 句(项) %}{{ 项.在职 }}{% endmacro %}{{ 句(人员) }}{{ 句(车辆) }}", 1, "“车辆.在职”"),
        ("{% macro 句(名) %}{{ words(名) }}{% endmacro %}{{ 句(名='机构') }}", 1, "不存在的“机构”"),
        ("{{ 人员.在职 + 人员.编制 }}", 1, "不能加减乘除"),
        ("{{ 9 ** 9 }}", 1, "不能加减乘除"),
        ("{% include '甲' %}", 1, "不能用这种语句"),
    ],
)
def test_a_fault_is_found_without_filling_the_template(
    templates: Templates, text: str, line: int, says: str
) -> None:
    [(at, message), *_] = _faults(templates, text)
    assert at == line
    assert says in message


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("#甲", 1),
        ("# 甲\n\n##### 乙", 3),
        ("- 甲", 1),
        ("甲**乙**", 1),
        ("| 甲 | 乙 |", 1),
        ("> 甲", 1),
        ("见{{ table('对比表') }}", 1),
        ("甲\n{{ table('对比表') }}", 2),
        ("{{ table('对比表') }}\n{{ table('对比表') }}", 1),
    ],
)
def test_what_would_print_as_it_stands_or_not_at_all(text: str, line: int) -> None:
    [(at, _), *_] = [*markup_faults(text, 4), *crowded_blocks(text)]
    assert at == line


@pytest.mark.parametrize(
    "text",
    [
        "# 甲\n\n（1）乙－丙\n\n-1.5万元",
        "{% if 年度 %}\n{{ table('对比表') }}\n{% else %}\n甲\n{% endif %}",
        "{{ 年度 - 1 }}年{{ 人员.在职 | size }}",
        "{%- if 人员.在职 -%}\n甲\n{%- endif %}",
    ],
)
def test_what_is_right_is_not_complained_about(templates: Templates, text: str) -> None:
    assert [*_faults(templates, text), *markup_faults(text, 4), *crowded_blocks(text)] == []


@pytest.mark.parametrize(
    ("text", "rendered"),
    [
        ("没有空", "没有空"),
        ("{{ 年度 }}年{{ 部门 }}", "2020年某局"),
        ("{% for 项 in 问题 %}{{ loop.index }}{{ 项 }}{% endfor %}", "1甲2乙"),
        ("{% set 前 = 年度 - 1 %}{{ 前 }}", "2019"),
        ("{% macro 句(名) %}{{ 名 }}。{% endmacro %}{{ 句(部门) }}", "某局。"),
    ],
)
def test_names_of_its_own_are_a_templates_right(templates: Templates, text: str, rendered: str) -> None:
    context = {"年度": 2020, "部门": "某局", "问题": ["甲", "乙"]}
    assert templates.rendered(text, context) == rendered


def test_a_name_outside_the_loop_that_declares_it_is_noticed_when_rendered(templates: Templates) -> None:
    text = "{% for 项 in 问题 %}{% endfor %}{{ 项 }}"
    with pytest.raises(UndefinedError):
        templates.rendered(text, {"问题": ["甲"]})


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("{{ 数 }}", "-1元"),
        ("{{ 数 | number }}", "-1"),
        ("{{ 数 | size | number }}", "1"),
        ("{{ 数 | number | size }}", "1"),
    ],
)
def test_a_figure_prints_with_its_unit_or_without(templates: Templates, text: str, printed: str) -> None:
    figure = Figure("甲.决算", Decimal(-1), "元", Derived(""))
    slot = Slot(figure, figure.id, lambda shown: f"{shown.value}{'' if shown.bare else '元'}")
    assert templates.rendered(text, {"数": slot}) == printed


def test_no_template_leaves_its_sandbox(templates: Templates) -> None:
    with pytest.raises(SecurityError):
        templates.rendered("{{ 部门.__class__.__mro__ }}", {"部门": "某局"})
    with pytest.raises(SecurityError):
        templates.rendered("{{ 问题.append(1) }}", {"问题": []})


def test_a_condition_holds_or_not_by_its_names(templates: Templates) -> None:
    assert templates.holds("年度 > 2019", {"年度": 2020})
    assert not templates.holds("年度 > 2020", {"年度": 2020})


def test_a_large_constant_is_not_computed_when_a_pack_is_loaded(templates: Templates) -> None:
    code = templates._environment.compile("{{ '甲' * 1000 }}", raw=True)
    assert "甲" * 1000 not in code


def test_brackets_without_end_are_a_fault_of_the_pack(templates: Templates) -> None:
    with pytest.raises(TemplateFaultError) as wrong:
        templates.compiled("{{ " + "(" * 20_000 + "1" + ")" * 20_000 + " }}")
    assert "套得太深" in wrong.value.message
