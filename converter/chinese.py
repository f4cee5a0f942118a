"""Signs of written Chinese that code looks for or counts with: numerals, the year sign, punctuation."""

DIGITS = "一二三四五六七八九"
TEN, HUNDRED = "十", "百"
ZEROS = "零〇"
ZERO_LOOKALIKES = "○◯参Oo"  # typed for one of them
YEAR, YEAR_ENDING = "年", "度"  # a fiscal year is written with both
TO = "至到"  # between the ends of a range

SPACE = "\u3000"  # as wide as a sign
FULL_STOP = "。"
FULL_WIDTH_POINT, FULL_WIDTH_MINUS = "．", "－"
COMMA = "，"
ENUMERATION_COMMA = "、"
SEMICOLON = "；"
COLON = "："
QUESTION_MARK = "？"
EXCLAMATION_MARK = "！"
OPENING_BRACKET, CLOSING_BRACKET = "（", "）"
OPENING_LENTICULAR, CLOSING_LENTICULAR = "【", "】"
QUOTES = "「」『』"
IDEOGRAPHS = "一-鿿"  # a range for patterns


def numeral(number: int) -> str:
    """Return 1 to 99 in Chinese numerals."""
    tens, ones = divmod(number, 10)
    head = (DIGITS[tens - 1] if tens > 1 else "") + TEN if tens else ""
    return head + (DIGITS[ones - 1] if ones else "")
