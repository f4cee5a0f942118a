"""Signs of written Chinese that code looks for or counts with: numerals, the year sign, punctuation."""

DIGITS = "一二三四五六七八九"
TEN, HUNDRED = "十", "百"
ZEROS = "零〇"
NOUGHTS = "0０零〇○◯参Oo"  # one of them is in every year of this century
ZERO_LOOKALIKES = "○◯参Oo"  # typed for one of them
YEAR, YEAR_ENDING = "年", "度"  # a fiscal year is written with both
ENDS_OF_A_YEAR = "初末"  # behind the sign: its beginning, its end
MONTH, DAY = "月", "日"
HALF_DAYS = "上午/下午"  # in the code of a time's format
BUILT_IN_DATES = {  # by their numbers, the codes of the formats that Chinese programs know
    **dict.fromkeys(("27", "36", "50", "52", "57"), 'yyyy"年"m"月"'),
    **dict.fromkeys(("28", "29", "51", "53", "54", "58"), 'm"月"d"日"'),
    "31": 'yyyy"年"m"月"d"日"',
    "32": 'h"时"mm"分"',
    "33": 'h"时"mm"分"ss"秒"',
}
DOCUMENT_BRACKETS, DOCUMENT_ENDING = "〔〕", "号"  # round an official document's year, behind its number
ORDINAL = "第"  # before a number
PARTS_OF_A_TEXT, PART_ENDING = "部章节篇", "分"  # part, chapter, section; a part is written with an ending
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩"
PAGE_NUMBER_SIGNS = "—－·第共页/-"  # beside the digits of a page number
TO = "至到"  # between the ends of a range

SPACE = "\u3000"  # as wide as a sign
FULL_STOP = "。"
COMPARED_WITH = "比较与同"
"""Signs before what something is compared with."""
FULL_WIDTH_POINT, FULL_WIDTH_MINUS = "．", "－"
COMMA = "，"
ENUMERATION_COMMA = "、"
SEMICOLON = "；"
COLON = "："
QUESTION_MARK = "？"
EXCLAMATION_MARK = "！"
OPENING_BRACKET, CLOSING_BRACKET = "（", "）"
FULL_WIDTH_BRACES = "｛｝"
FULL_WIDTH_SIGNS = "，：“”‘’（）【】｛｝"  # typed for those that data and templates are written with
LABEL_BRACKETS = "【】〔〕〖〗〈〉"  # pairs round a note or a unit behind a label
PERCENT_SIGNS = ("%", "％")
QUOTES = "「」『』"
BOOK_MARKS = "《》"  # around the title of a book or a table
HALF_WIDTH, FULL_WIDTH = ",;:?!()", "，；：？！（）"  # the same marks as typed for Latin and for Chinese
DOUBLE_QUOTES, SINGLE_QUOTES = "“”", "‘’"
ELLIPSIS = "……"
CHINESE_MARKS = "，。、；：？！（）《》〈〉“”‘’〔〕【】…—·％"
CLOSING_MARKS = "）》〉”’〕】％"
OPENING_MARKS = "（《〈“‘〔【"  # never the last of a line
ENDS_OF_SENTENCES = "。；：？！.;:?!"  # behind which a paragraph may end
NOT_FIRST_MARKS = "，。、；：！？）》〉”’〕】％"  # never the first of a line
HANGING_MARKS = "，。、；：！？"  # some programs set them outside the margin at the end of a line
NARROW_OR_WIDE = "“”‘’—…·×÷≤≥±－"  # as wide as a sign in a Chinese font, half of that in a Latin one
# Characters of the block “CJK Radicals Supplement”, which a copy from a PDF leaves for ideographs, and
# the ideographs (Unicode's EquivalentUnifiedIdeograph); NFKC folds the other blocks of this kind.
RADICALS = (
    "⺁⺂⺃⺄⺅⺆⺇⺈⺉⺊⺋⺌⺍⺎⺏⺐⺑⺒⺓⺔⺕⺖⺗⺘⺙⺛⺜⺝⺞⺟⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺪⺫⺬⺭⺮⺯⺰⺱"
    "⺲⺳⺴⺵⺶⺷⺸⺹⺺⺻⺼⺽⺾⺿⻀⻁⻂⻃⻄⻅⻆⻇⻈⻉⻊⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻕⻖⻗⻘⻙⻚⻛⻜⻝⻞⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳"
)
UNIFIED_RADICALS = (
    "厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵旡日月歺母民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗糹纟罓"
    "罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟"
)


def is_ideograph(text: str) -> bool:
    """Whether a text begins with an ideograph. A pattern of all of them would take 2 ms to be compiled."""
    return "一" <= text[:1] <= "鿿"


POINT = "点"  # of a number in numerals
WRITTEN_NUMBER = f"[{DIGITS}{TEN}{HUNDRED}{ZEROS}]{{1,5}}(?:{POINT}[{DIGITS}{ZEROS}]{{1,4}})?"  # for patterns


def written_number(text: str) -> str:
    """Return in digits what a text that `WRITTEN_NUMBER` matches says."""
    whole, _, decimals = text.partition(POINT)
    total = digit = 0
    for sign in whole:
        if sign in (TEN, HUNDRED):
            total += (digit or 1) * (10 if sign == TEN else 100)
            digit = 0
        else:
            digit = DIGITS.find(sign) + 1
    places = "".join(str(DIGITS.find(sign) + 1) for sign in decimals)
    return f"{total + digit}.{places}" if places else f"{total + digit}"


def numeral(number: int) -> str:
    """Return 1 to 99 in Chinese numerals."""
    tens, ones = divmod(number, 10)
    head = (DIGITS[tens - 1] if tens > 1 else "") + TEN if tens else ""
    return head + (DIGITS[ones - 1] if ones else "")
