"""Look through the markup of a text: tags and comments taken out, character references written as what they stand for."""

import re
from html.entities import html5
from typing import Final

from streams.inspect.detect.blocks import words
from streams.inspect.detect.view import View, Writer

MARKUP: Final = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|<(?P<raw>script|style)\b.*?(?:</(?P=raw)\s*>|\Z)"
    r"|(?P<whole></?(?P<tag>[A-Za-z][\w:.\-]*)(?:[^<>\"']|\"[^\"<>]*\"|'[^'<>]*')*+>)(?P=whole)*+"  # and the same again, as `<br><br>`
    r"|&(?:#(?P<decimal>[0-9]{1,7})|#[xX](?P<hex>[0-9A-Fa-f]{1,6})|(?P<name>[A-Za-z][A-Za-z0-9]{1,31}));",
    re.DOTALL | re.IGNORECASE,
)
INLINE: Final = words("""
    a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark nobr q s samp small span strike strong sub sup time tt u
    var wbr
""")  # between two of them a page shows no gap
CELLS: Final = words("td th dd label")  # on one line with what names them
GAPS: Final = dict.fromkeys(INLINE, "") | dict.fromkeys(CELLS, " ")


def unmarked(view: View) -> View | None:
    """The text as a reader of the page sees it; None where it holds no markup."""
    text = view.text
    if "<" not in text and "&" not in text:
        return None
    writer, at = Writer(view), 0
    for found in MARKUP.finditer(text):
        start, end = found.span()
        if found.lastgroup == "whole":
            if at < start:
                writer.copy(at, start)
            if gap := _gap(found["tag"]):
                width = found.end("whole") - start
                writer.put_each(gap if width == end - start else gap * ((end - start) // width), start, width)
        elif (shown := _shown(found)) is None:
            continue
        else:
            writer.copy(at, start).put(shown, start, end)
        at = end
    return writer.copy(at, len(text)).view() if at else None


def _gap(tag: str) -> str:
    """What a tag leaves on the page."""
    gap = GAPS.get(tag)
    return GAPS.get(tag.lower(), "\n") if gap is None else gap


def _shown(found: re.Match[str]) -> str | None:
    """What stands there on the page; None for a reference to no character."""
    if found["name"]:
        return html5.get(found["name"] + ";")
    if number := int(found["decimal"] or "0") or int(found["hex"] or "0", 16):
        return chr(number) if number < 0x110000 and not 0xD800 <= number < 0xE000 else None
    return "\n" if found["raw"] else "" if found[0].startswith("<") else None
