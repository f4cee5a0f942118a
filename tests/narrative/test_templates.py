"""Templates: what they may name, what they may do, and when a fault in one is noticed."""

from pathlib import Path

import pytest
from jinja2 import UndefinedError
from jinja2.exceptions import SecurityError

from converter.narrative.templates import Templates
from converter.pack.files.yaml_data import PackError

FILE = Path("report.md")


@pytest.fixture
def templates() -> Templates:
    return Templates(FILE, frozenset({"年度", "部门", "问题"}))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{{ 年份 }}", "report.md: 提到了不存在的“年份”"),
        ("{% for 项 in 问题 %}{{ 项目 }}{% endfor %}", "提到了不存在的“项目”"),
        ("{{ 部门 ~ 单位 ~ 甲 }}", "提到了不存在的“单位”"),
        ("\n{% if 年度 %}", "report.md:2: "),
        ("{{ 年度 | 大写 }}", "report.md:1: "),
    ],
)
def test_a_wrong_template_is_a_fault_of_the_pack(templates: Templates, text: str, says: str) -> None:
    with pytest.raises(PackError) as wrong:
        templates.compiled(text)
    assert says in str(wrong.value)


@pytest.mark.parametrize(
    ("text", "rendered"),
    [
        ("没有空", "没有空"),
        ("{{ 年度 }}年{{ 部门 }}", "2020年某局"),
        ("{% for 项 in 问题 %}{{ loop.index }}{{ 项 }}{% endfor %}", "1甲2乙"),
        ("{% set 前 = 年度 - 1 %}{{ 前 }}", "2019"),
        ("{% macro 句(名) %}{{ 名 }}。{% endmacro %}{{ 句(部门) }}", "某局。"),
        ("{% for n in range(2) %}{{ n }}{% endfor %}", "01"),
    ],
)
def test_names_of_its_own_are_a_templates_right(templates: Templates, text: str, rendered: str) -> None:
    context = {"年度": 2020, "部门": "某局", "问题": ["甲", "乙"]}
    assert templates.rendered(text, context) == rendered


def test_a_name_outside_the_loop_that_declares_it_is_noticed_when_rendered(templates: Templates) -> None:
    text = "{% for 项 in 问题 %}{% endfor %}{{ 项 }}"
    with pytest.raises(UndefinedError):
        templates.rendered(text, {"问题": ["甲"]})


def test_no_template_leaves_its_sandbox(templates: Templates) -> None:
    with pytest.raises(SecurityError):
        templates.rendered("{{ 部门.__class__.__mro__ }}", {"部门": "某局"})
    with pytest.raises(SecurityError):
        templates.rendered("{{ 问题.append(1) }}", {"问题": []})


def test_a_condition(templates: Templates) -> None:
    assert templates.holds("年度 > 2019", {"年度": 2020})
    assert not templates.holds("年度 > 2020", {"年度": 2020})


def test_a_large_constant_is_not_computed_when_a_pack_is_loaded(templates: Templates) -> None:
    code = templates._environment.compile("{{ '甲' * 1000 }}", raw=True)
    assert "甲" * 1000 not in code


def test_brackets_without_end_are_a_fault_of_the_pack(templates: Templates) -> None:
    with pytest.raises(PackError, match="套得太深"):
        templates.compiled("{{ " + "(" * 20_000 + "1" + ")" * 20_000 + " }}")
