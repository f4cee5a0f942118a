"""What all topics share: the words of a finding, short words, and how people do things where they read them:
on the screen or in the page.
"""

import sys
from typing import NamedTuple


class Message(NamedTuple):
    """A finding's words: `code` names its kind, `text` and `hint`, what to do, have slots in braces."""

    code: str
    text: str
    hint: str = ""


FIGURE = "{item}（{basis}）"
PLACE = "{file}，工作表“{sheet}”：{cell}"
SHEET = "{file}，工作表“{sheet}”"
BLANK = "空白"
QUOTED = "“{words}”"

# Between the entries of a list, and behind one that was cut short
AND = "、"
OR = "或"
THEN = "；"
AND_MORE = "等 {count} 项"
CUT = "……"


class Ways(NamedTuple):
    """How people do what a sentence asks for: run again, answer, find the inbox."""

    again: str
    placed: str  # something lacking is added, and all is run again
    list_again: str  # the checklist was filled in
    separately: str  # another year of the same department
    inbox: str
    original: str  # of a report that people edited
    forms: str  # what makes the prefilled supplement
    year: str  # where the year is chosen
    pack: str  # where the pack is chosen
    pack_left_open: str
    packs_listed: str
    bring_pack: str
    get_pack: str
    or_password: str
    or_alias: str


COMMAND_LINE = Ways(
    again="重新生成",
    placed="放进同一文件夹重新生成",
    list_again="重新生成（清单也可放进该部门的收件文件夹）",
    separately="另写到一个输出文件夹，或把它的材料放进另一个收件文件夹",
    inbox="收件文件夹",
    original="“历史”里的原件",
    forms=" jixiao forms ",
    year="选项 --year ",
    pack="选项 --pack ",
    pack_left_open="不写 --pack，由程序挑选",
    packs_listed="（jixiao pack list 列出自带的）",
    bring_pack="用 --pack 指定",
    get_pack="把当地这一年的评价办法写给程序（jixiao pack new），用 --pack 指定",
    or_password="，或用 --password 给出密码",
    or_alias="，或在 {names_file} 中加一行“{department}: [{other}]”",
)
PAGE = Ways(
    again="连同其他材料再拖进来",
    placed="和其他材料一起再拖进来",
    list_again="连同其他材料再拖进来",
    separately="再拖一次，或只拖它的材料",
    inbox="拖入的材料",
    original="您拖进来的原件",
    forms="“下载预填好的补充资料”",
    year="“报告年度”一栏",
    pack="“评价办法”一栏",
    pack_left_open="改选“由程序选定”",
    packs_listed="",
    bring_pack="把它的文件夹一起拖进来",
    get_pack="向上级要当地这一年的评价办法文件夹（做成这个程序能读的），和其他材料一起再拖进来",
    or_password="；网页里不能输入密码",
    or_alias="",
)
HERE = PAGE if sys.platform == "emscripten" else COMMAND_LINE  # a browser runs the page and nothing else
