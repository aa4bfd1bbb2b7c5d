"""Tell markup from other text, and HTML from XML, by how it begins."""

import re
from typing import Final

_ELEMENTS: Final = (
    " a abbr acronym address area article aside audio b base basefont bdi bdo big blink blockquote body br button canvas caption"
    " center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font"
    " footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li link main"
    " map mark marquee menu meta meter nav nobr noframes noscript object ol optgroup option output p param picture pre progress q"
    " rp rt ruby s samp script search section select slot small source span strike strong style sub summary sup table tbody td"
    " template textarea tfoot th thead time title tr track tt u ul var video wbr"
)
ELEMENTS: Final = frozenset(_ELEMENTS.split())
_BEGINS: Final = re.compile(
    r"<(?:!doctype\s+html\b|(?:html|head|body|div|p|span|table|tr|td|br|hr|a|b|i|u|ul|ol|li|em|strong|font|pre|img|h[1-6]|meta|style|script"
    r"|section|article|center|blockquote)(?=[\s/>]))",
    re.IGNORECASE,
)
_TAG: Final = re.compile(r"<([A-Za-z_][\w.\-]*)(?=[\s/>])")  # of no namespace: Word writes <o:p> into HTML
_SAMPLE: Final = 16 * 1024  # characters
_XML: Final = re.compile(r"<(?:\?xml\s|!DOCTYPE\s|!--|[^\W\d][\w.\-]*(?::[\w.\-]+)?[\s/>])")


def is_markup(text: str) -> bool:
    """It begins with a tag, a comment or a declaration: `<a>`, not `<kari@example.org>` or `<34>`."""
    return _XML.match(text) is not None


def is_html(text: str) -> bool:
    """It begins as HTML does, and names no element that HTML has not; a `<table>` of rows of one's own making is XML."""
    head = text[:_SAMPLE].lstrip("\ufeff \t\r\n")
    begins = _BEGINS.match(head)
    if begins is None:
        return False
    return begins[0][1] == "!" or all(name.lower() in ELEMENTS or "-" in name for name in _TAG.findall(head))
