"""A Word package with nothing in it but our styles, settings and footers, made with python-docx."""

from io import BytesIO

import docx
from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement

from converter.document.comments import COMMENTS
from converter.document.ledger import NAMESPACE, PART, STORE
from converter.document.package import BODY, EPOCH, emptied
from converter.document.page import grid
from converter.document.styles import JUSTIFICATION, all_styles, indent_attributes, style_id
from converter.document.text import written
from converter.narrative.blocks import Run
from converter.pack.style import Side, Style

_KEPT = {RELATIONSHIP_TYPE.STYLES, RELATIONSHIP_TYPE.SETTINGS, RELATIONSHIP_TYPE.FOOTER}
_KEPT_IN_PACKAGE = {RELATIONSHIP_TYPE.OFFICE_DOCUMENT, RELATIONSHIP_TYPE.CORE_PROPERTIES}

# Mode 15 is Word 2013 and later: without it Word opens the file in compatibility mode.
_SETTINGS = """<w:evenAndOddHeaders/><w:characterSpacingControl w:val="doNotCompress"/>
<w:compat><w:useFELayout/><w:compatSetting w:name="compatibilityMode"
 w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>"""

_PROPERTIES = "/customXml/itemProps1.xml"
_STORE = (
    '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<ds:datastoreItem'
    ' xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"'
    f' ds:itemID="{STORE}"><ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs>'
    "</ds:datastoreItem>"
)


def base(style: Style, *, commented: bool) -> tuple[bytes, dict[str, str]]:
    """Return the package without body, ledger and comments, and the relationship id of each footer type."""
    document = docx.Document()
    _strip(document)
    _fill(document.styles.element, all_styles(style))
    _fill(document.settings.element, _SETTINGS)
    section = document.sections[0]
    _fill(section.footer._element, _page_number(style, style.page_number.odd))
    _fill(section.even_page_footer._element, _page_number(style, style.page_number.even))
    _anonymise(document)
    _register_ledger(document)
    if commented:
        _register_comments(document)
    package = BytesIO()
    document.save(package)
    return emptied(package.getvalue(), (BODY, PART, COMMENTS)), _footers(document)


def _strip(document: Document) -> None:
    """Drop the template's parts we do not use: theme, fonts, numbering, thumbnail and the like."""
    package = document.part.package
    for relations, kept in ((document.part.rels, _KEPT), (package.rels, _KEPT_IN_PACKAGE)):
        for key in [key for key, relation in relations.items() if relation.reltype not in kept]:
            del relations[key]


def _fill(element: BaseOxmlElement, content: str) -> None:
    """Replace all that is in `element`."""
    element[:] = list(parse_xml(f"<w:content {nsdecls('w')}>{content}</w:content>"))


def _page_number(style: Style, side: Side) -> str:
    number, look = style.page_number, style.styles.page_number
    before, _, after = number.text.partition("{page}")
    edge = "right" if side is Side.RIGHT else "left"
    indents = indent_attributes(look, {edge: number.inset}, grid(style))
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style_id("page_number")}"/><w:ind{indents}/>'
        f'<w:jc w:val="{JUSTIFICATION[side]}"/></w:pPr>{written(Run(before))}'
        f'<w:fldSimple w:instr=" PAGE ">{written(Run("1"))}</w:fldSimple>{written(Run(after))}</w:p>'
    )


def _anonymise(document: Document) -> None:
    """Leave no trace of the template's author, nor of the time."""
    properties = document.core_properties
    for name in ("author", "comments", "last_modified_by", "title", "subject", "keywords", "category"):
        setattr(properties, name, "")
    properties.created = properties.modified = EPOCH.replace(tzinfo=None)
    properties.revision = 1


def _register_ledger(document: Document) -> None:
    """Make the ledger's part, its properties and their relations known; the part itself is filled later."""
    package = document.part.package
    properties = Part(PackURI(_PROPERTIES), CONTENT_TYPE.OFC_CUSTOM_XML_PROPERTIES, _STORE.encode(), package)
    ledger = Part(PackURI(f"/{PART}"), CONTENT_TYPE.XML, b"", package)
    ledger.relate_to(properties, RELATIONSHIP_TYPE.CUSTOM_XML_PROPS)
    document.part.relate_to(ledger, RELATIONSHIP_TYPE.CUSTOM_XML)


def _register_comments(document: Document) -> None:
    comments = Part(PackURI(f"/{COMMENTS}"), CONTENT_TYPE.WML_COMMENTS, b"", document.part.package)
    document.part.relate_to(comments, RELATIONSHIP_TYPE.COMMENTS)


def _footers(document: Document) -> dict[str, str]:
    references = document.element.body.sectPr.findall(qn("w:footerReference"))
    return {each.get(qn("w:type")): each.get(qn("r:id")) for each in references}
