"""A form as final_forms.yaml and budget_forms.yaml describe it: heads and measures of its columns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from samples.filing.layout import Layout
from samples.filing.sheet import LEVELS, Head

NUMERALS = "一二三四五六七八九十"


@dataclass(frozen=True)
class Form:
    """One table of a set: its entry in the data file, under the layout of a department."""

    name: str
    entry: dict[str, Any]
    layout: Layout
    department: str
    year: int

    def get(self, key: str, default: Any = None) -> Any:
        """A value of the entry; where it differs by style, that of the layout's style."""
        value = self.entry.get(key, default)
        if isinstance(value, dict) and set(value) == {"national", "plain"}:
            return value[self.layout.style]
        return value

    @property
    def is_final(self) -> bool:
        """Whether the table belongs to the final accounts."""
        return "numbers" in self.entry

    @property
    def numbered(self) -> bool:
        """Whether the table has 行次 and 栏次."""
        return self.is_final and self.layout.national

    @property
    def unit(self) -> str:
        """The unit of the sheet."""
        return str(getattr(self.layout, self.entry["unit"]))

    @property
    def title(self) -> str:
        """The title in the layout's spelling, with the year if the layout has it."""
        titles = self.entry["titles"]
        if not self.layout.national:
            titles = self.entry.get("plain_titles", titles)
        if self.layout.order == "new":
            titles = self.entry.get("new_titles", titles)
        title = str(titles[min(self.layout.variant, len(titles) - 1)])
        year_word = "年度" if self.is_final else "年"
        return f"{self.year}{year_word}{title}" if self.layout.title == "year" else title

    @property
    def headline(self) -> str:
        """The line above the table: its title, and the unit if the layout puts it there."""
        return f"{self.title}（单位：{self.unit}）" if self.layout.unit_in_title else self.title

    @property
    def empty(self) -> str:
        """The sentence in an empty table, if it has one."""
        return str(self.get("empty", "")).format(department=self.department, year=self.year)

    @property
    def number(self) -> int:
        """The 公开 number of a final-account table."""
        return int(self.entry["numbers"][self.layout.order])


def heads(columns: Any) -> list[Head]:
    """The header tree of columns written `header: measure` or `header: [columns]`."""
    tree: list[Head] = []
    for text, content in _pairs(columns):
        tree.append(text if isinstance(content, str) else {text: heads(content)})
    return tree


def measures(columns: Any) -> list[str]:
    """The measures of the same columns, in order."""
    found: list[str] = []
    for _, content in _pairs(columns):
        found += [content] if isinstance(content, str) else measures(content)
    return found


def _pairs(columns: Any) -> list[tuple[str, Any]]:
    maps = [columns] if isinstance(columns, dict) else columns
    return [pair for entries in maps for pair in entries.items()]


def code_heads(form: Form) -> list[Head]:
    """The headers over a functional code and its name."""
    group = form.get("code_head", "项目")
    code, name = _CODE_NAMES[form.is_final, form.layout.national]
    if form.layout.code_columns == 0:
        return [_CODES_WITH_NAMES]
    if form.layout.code_columns == 1:
        return [{group: [code, name]}]
    return [{group: [f"{code}|3" if form.numbered else {code: list(LEVELS)}, name]}]


_CODES_WITH_NAMES = "功能分类科目"
_CODE_NAMES = {
    (True, True): ("支出功能分类科目编码", "科目名称"),
    (True, False): ("功能分类科目编码", "科目名称"),
    (False, True): ("科目编码", "科目名称"),
    (False, False): ("功能分类科目编码", "功能分类科目名称"),
}


def numeral(number: int) -> str:
    """1 → 一, 12 → 十二, 26 → 二十六."""
    tens, ones = divmod(number, 10)
    lead = ("" if tens == 1 else NUMERALS[tens - 1]) + "十" if tens else ""
    return lead + (NUMERALS[ones - 1] if ones else "")
