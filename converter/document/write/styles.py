"""Named styles as WordprocessingML. Everything visible comes from the pack's style file."""

from functools import cache

from msgspec.structs import asdict

from converter.document.write.lengths import twips, twips_of_mm
from converter.document.write.page_layout import PageGrid, page_grid
from converter.document.write.text import escaped
from converter.pack import Alignment, CharacterStyle, ParagraphStyle, Style, Typography

JUSTIFICATION = {
    Alignment.LEFT: "left",
    Alignment.CENTER: "center",
    Alignment.RIGHT: "right",
    Alignment.JUSTIFY: "both",
}
TABLE_STYLE = "ReportTable"

_PERCENT = 100
_WHITE = 255
_SIDES = ("top", "left", "bottom", "right")
_REQUIRED = (  # what every document must have
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
    '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList">'
    '<w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
)


@cache
def style_id(role: str) -> str:
    """Return the id of the style for a role, e.g. `heading_1` gives Heading1."""
    return role.title().replace("_", "")


_COVER = ("cover_title", "cover_line", "cover_foot")


def all_styles(style: Style, *, has_cover: bool) -> str:
    """Return the content of the styles part: defaults, then one `w:style` for each named style.

    Those of a cover only where reports have one.
    """
    pitch = page_grid(style)
    roles = {role: each for role, each in asdict(style.styles).items() if has_cover or role not in _COVER}
    named = "".join(_paragraph(role, each, pitch) for role, each in roles.items())
    marks = "".join(_character(role, each) for role, each in asdict(style.characters).items())
    return f"{_defaults(style)}{_normal(style, pitch)}{_REQUIRED}{named}{marks}{_table(style)}"


def indent_attributes(style: ParagraphStyle, sides: dict[str, float], pitch: PageGrid) -> str:
    """Return indents given in characters, as characters for Word and as twips for others."""
    character = min(style.size, pitch.character) if style.on_grid else style.size
    return "".join(
        f' w:{side}Chars="{round(count * _PERCENT)}" w:{side}="{twips(count * character)}"'
        for side, count in sides.items()
    )


def _value(tag: str, value: str | int) -> str:
    return f'<w:{tag} w:val="{escaped(str(value))}"/>'


def _defaults(style: Style) -> str:
    look = _fonts(style.styles.body) + _size(style.styles.body)
    language = '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
    return f"<w:docDefaults><w:rPrDefault><w:rPr>{look}{language}</w:rPr></w:rPrDefault></w:docDefaults>"


def _normal(style: Style, pitch: PageGrid) -> str:
    """Return the base of all styles, body type without its indent."""
    body = style.styles.body
    return (
        f'<w:style w:type="paragraph" w:default="1" w:styleId="Normal">{_value("name", "Normal")}'
        f"<w:pPr>{_typography(style.typography)}{_spacing(body, pitch)}</w:pPr>"
        f"<w:rPr>{_fonts(body)}{_size(body)}</w:rPr></w:style>"
    )


def _paragraph(role: str, style: ParagraphStyle, pitch: PageGrid) -> str:
    # Word knows its own styles by their English names; all others must say that they are custom.
    custom = "" if style.name.isascii() else ' w:customStyle="1"'
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{style_id(role)}">{_value("name", style.name)}'
        f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{_layout(style, pitch)}</w:pPr>'
        f"<w:rPr>{_fonts(style)}{'<w:b/>' if style.bold else ''}{_letter_spacing(style, pitch)}"
        f"{_size(style)}</w:rPr>"
        "</w:style>"
    )


def _character(role: str, style: CharacterStyle) -> str:
    look = (
        (style.bold, "<w:b/>"),
        (style.underline, _value("u", style.underline)),
        (style.shade, _shade(style)),
    )
    return (
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{style_id(role)}">'
        f'{_value("name", style.name)}<w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/>'
        f"<w:rPr>{''.join(element for is_wanted, element in look if is_wanted)}</w:rPr></w:style>"
    )


def _layout(style: ParagraphStyle, pitch: PageGrid) -> str:
    """Return the paragraph properties of a style, in the order the schema demands."""
    wanted = (
        (style.keep_next, "<w:keepNext/>"),
        (style.keep_lines, "<w:keepLines/>"),
        (style.new_page, "<w:pageBreakBefore/>"),
        (style.border, _box(style)),
        (style.shade, _shade(style)),
        (not style.on_grid, _value("snapToGrid", 0)),
        (True, _spacing(style, pitch)),
        (style.left or style.right or style.indent, _indents(style, pitch)),
        (style.close, "<w:contextualSpacing/>"),
        (True, _value("jc", JUSTIFICATION[style.align])),
        (style.outline, _value("outlineLvl", style.outline - 1)),
    )
    return "".join(element for is_wanted, element in wanted if is_wanted)


def _typography(chosen: Typography) -> str:
    switches = {
        "widowControl": chosen.widow_control,
        "overflowPunct": chosen.hanging_punctuation,
        "autoSpaceDE": chosen.space_round_latin,
        "autoSpaceDN": chosen.space_round_latin,
    }
    return "".join(_value(name, int(on)) for name, on in switches.items())


def _rule(tag: str, width: float, space: float = 0) -> str:
    """Return a black border; lengths in points, of which Word counts eighths for the width."""
    return f'<w:{tag} w:val="single" w:sz="{round(width * 8)}" w:space="{round(space)}" w:color="auto"/>'


def _box(style: ParagraphStyle) -> str:
    return f"<w:pBdr>{''.join(_rule(side, style.border, style.padding) for side in _SIDES)}</w:pBdr>"


def _shade(style: ParagraphStyle | CharacterStyle) -> str:
    grey = round(_WHITE * (_PERCENT - style.shade) / _PERCENT)
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{grey:02X}{grey:02X}{grey:02X}"/>'


def _spacing(style: ParagraphStyle, pitch: PageGrid) -> str:
    before, after = style.before, style.after
    return (
        f'<w:spacing w:beforeLines="{round(before * _PERCENT)}" w:before="{round(before * pitch.line)}"'
        f' w:afterLines="{round(after * _PERCENT)}" w:after="{round(after * pitch.line)}"'
        f' w:line="{twips(style.line) or pitch.line}" w:lineRule="exact"/>'
    )


def _indents(style: ParagraphStyle, pitch: PageGrid) -> str:
    sides = {"left": style.left, "right": style.right, "firstLine": style.indent}
    return f"<w:ind{indent_attributes(style, sides, pitch)}/>"


def _fonts(style: ParagraphStyle) -> str:
    latin, chinese = escaped(style.latin), escaped(style.chinese)
    return f'<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{chinese}" w:cs="{latin}"/>'


def _letter_spacing(style: ParagraphStyle, pitch: PageGrid) -> str:
    return _value("spacing", pitch.spacing) if style.on_grid else ""


def _size(style: ParagraphStyle) -> str:
    """Return the type size, which Word counts in half points."""
    return _value("sz", round(style.size * 2)) + _value("szCs", round(style.size * 2))


def _table(style: Style) -> str:
    table = style.table
    borders = "".join(_rule(side, table.border) for side in (*_SIDES, "insideH", "insideV"))
    paddings = (table.above, table.beside, table.above, table.beside)
    margins = "".join(
        f'<w:{side} w:w="{twips_of_mm(padding)}" w:type="dxa"/>'
        for side, padding in zip(_SIDES, paddings, strict=True)
    )
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{TABLE_STYLE}">{_value("name", table.name)}'
        f'<w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr><w:tblBorders>{borders}</w:tblBorders>'
        f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr></w:style>"
    )
