"""How a department happened to lay out its tables: everything that varies while the figures stay the same."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

FACTORS = {"元": Decimal(1), "千元": Decimal(1000), "万元": Decimal(10000)}
CENT = Decimal("0.01")

_SPACED = {"合计": "合    计", "总计": "总    计", "小计": "小  计", "项目": "项    目", "栏次": "栏  次"}
_HALF_WIDTH = str.maketrans("：（）", ":()")
_FULL_DIGITS = str.maketrans("0123456789.", "０１２３４５６７８９．")


@dataclass(frozen=True)
class Layout:
    """The choices of layout. The defaults are the national form in 万元."""

    unit: str = "万元"
    """Unit of the workbook: 元, 千元 or 万元."""
    public_unit: str = "万元"
    """Unit of the “三公” sheet."""
    style: str = "national"
    """`national` (行次 column, 栏次 row, table numbers) or `plain` (Shanghai)."""
    code_columns: int = 1
    """A functional code in 1 column, in 3 (类, 款, 项), or in 0: in one cell with its name."""
    order: str = "old"
    """`old`: 公开07 三公, 08 基金, 09 国资; `new` (2022 on): 07 基金, 08 国资, 09 三公."""
    public: str = "side"
    """The 12 columns of the “三公” table: `side` (预算数 ‖ 决算数) or `pairs` (interleaved)."""
    blocks: int = 3
    """Blocks of the 基本支出 table: 2 or 3."""
    origin: tuple[int, int] = (1, 1)
    """Row and column of the tables' upper left cell."""
    shuffle: int | None = None
    """Seed of a shuffled sheet order."""
    numbers: str = "number"
    """Amounts as `number`, `commas` (text 1,234.50) or `full` (text １２３４．５０)."""
    nil: str | None = None
    """A nil amount: None (blank), `0`, `0.00`, `—` or `-`."""
    spaced: bool = False
    """Labels spaced out: 合    计."""
    half_width: bool = False
    """Half-width colons and brackets."""
    indent: bool = False
    """Names of 款 and 项 indented."""
    total_last: bool = False
    """The 合计 row below the lines rather than above."""
    title: str = "bare"
    """Titles: `bare`, or `year` (2020年度 before them)."""
    unit_in_title: bool = False
    """The unit in the title's cell rather than in one of its own."""
    per_sheet: int = 1
    """Tables on a sheet, one below the other."""
    page: int | None = None
    """Functional lines on a page, after which the header is repeated."""
    variant: int = 0
    """Which of the spellings that titles have in practice."""

    @property
    def national(self) -> bool:
        """Whether the national form is used."""
        return self.style == "national"

    def label(self, text: str) -> str:
        """A label as this department writes it."""
        text = _SPACED.get(text, text) if self.spaced else text
        return text.translate(_HALF_WIDTH) if self.half_width else text

    def value(self, amount: Decimal, unit: str) -> str | int | Decimal | None:
        """An amount of 元 as a cell of that unit holds it."""
        if amount == 0 and self.nil != "0.00":
            return 0 if self.nil == "0" and self.numbers == "number" else self.nil
        figure = (amount / FACTORS[unit]).quantize(CENT, ROUND_HALF_UP)
        if self.numbers == "number":
            return figure
        return f"{figure:,.2f}" if self.numbers == "commas" else f"{figure:.2f}".translate(_FULL_DIGITS)


NATIONAL = Layout()
SHANGHAI = Layout(
    style="plain", public="pairs", blocks=2, order="new", title="year", total_last=True, code_columns=3
)
SHANGHAI_BUDGET = replace(SHANGHAI, unit="元")


def random_layout(seed: int) -> Layout:
    """A layout drawn from all combinations; the same seed gives the same layout."""
    draw = random.Random(seed)
    return Layout(
        unit=draw.choice(["元", "千元", "万元"]),
        public_unit=draw.choice(["元", "万元"]),
        style=draw.choice(["national", "plain"]),
        code_columns=draw.choice([1, 3]),
        order=draw.choice(["old", "new"]),
        public=draw.choice(["side", "pairs"]),
        blocks=draw.choice([2, 3]),
        origin=draw.choice([(1, 1), (4, 3), (2, 1)]),
        shuffle=draw.choice([None, seed]),
        numbers=draw.choice(["number", "number", "commas", "full"]),
        nil=draw.choice([None, "0", "0.00", "—", "-"]),
        spaced=draw.random() < 0.5,
        half_width=draw.random() < 0.5,
        indent=draw.random() < 0.5,
        total_last=draw.random() < 0.3,
        title=draw.choice(["bare", "year"]),
        variant=draw.choice([0, 1]),
    )


def random_shape(seed: int) -> Layout:
    """A random layout whose tables may also share a sheet, go over pages, or share cells."""
    draw = random.Random(-seed - 1)
    layout = random_layout(seed)
    return replace(
        layout,
        code_columns=draw.choice([0, layout.code_columns, layout.code_columns]),
        unit_in_title=draw.random() < 0.3,
        per_sheet=draw.choice([1, 1, 2, 3, 9]),
        page=draw.choice([None, None, 3, 8]),
    )
