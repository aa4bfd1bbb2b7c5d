"""XML that is made to grow, to reach out, or to never end."""

from collections.abc import Iterator
from typing import Final

from tests.hostile.case import CANARY, Case

_LAUGHS: Final = "<!ENTITY a0 '" + CANARY + "'>" + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 10))
_BROKEN: Final = frozenset({"xml.invalid"})
_ENTITIES: Final = frozenset({"xml.entities"})


def _document(subset: str, inner: str) -> bytes:
    return f"<?xml version='1.0'?><!DOCTYPE r [{subset}]><r>{inner}</r>".encode()


def cases() -> Iterator[Case]:
    for name, data, expected in _ALL:
        yield Case(f"xml_{name}", data, "application/xml", expected)


_ALL: Final[list[tuple[str, bytes, frozenset[str] | None]]] = [
    ("billion_laughs", _document(_LAUGHS, "&a9;"), _ENTITIES),
    ("billion_laughs_in_an_attribute", _document(_LAUGHS, '<b c="&a9;"/>'), _ENTITIES),
    ("quadratic_blow_up", _document("<!ENTITY a '" + "x" * 50_000 + "'>", "&a;" * 50_000), _ENTITIES),
    ("entity_of_itself", _document("<!ENTITY a '&a;'>", "&a;"), _ENTITIES),
    ("xxe_file", _document('<!ENTITY x SYSTEM "file:///etc/passwd">', "&x;"), _ENTITIES),
    ("xxe_http", _document('<!ENTITY x SYSTEM "http://127.0.0.1:9/x">', "&x;"), _ENTITIES),
    ("xxe_ftp_and_public", _document('<!ENTITY x PUBLIC "p" "ftp://127.0.0.1:9/x">', "&x;"), _ENTITIES),
    ("parameter_entity_file", _document('<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;', "a"), None),
    ("parameter_entity_http", _document('<!ENTITY % p SYSTEM "http://127.0.0.1:9/evil.dtd"> %p; %q;', "&r;"), _ENTITIES),
    ("external_type", b'<!DOCTYPE r SYSTEM "http://127.0.0.1:9/evil.dtd"><r>a</r>', frozenset()),
    ("external_type_in_the_file_system", b'<!DOCTYPE r SYSTEM "file:///dev/random"><r>a</r>', frozenset()),
    ("xinclude", b'<r xmlns:x="http://www.w3.org/2001/XInclude"><x:include href="file:///etc/passwd" parse="text"/></r>', frozenset()),
    (
        "schema_location",
        b'<r xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:noNamespaceSchemaLocation="http://127.0.0.1:9/"/>',
        frozenset(),
    ),
    ("stylesheet", b'<?xml-stylesheet href="file:///etc/passwd"?><r>a</r>', frozenset()),
    ("type_without_end", b"<!DOCTYPE r [" + b"<!ENTITY a 'b'>" * 100_000, _BROKEN),
    ("type_of_quotes", b"<!DOCTYPE r [" + b"'\"" * 500_000 + b"]><r/>", _BROKEN),
    ("declared_utf16_and_is_not", b'<?xml version="1.0" encoding="utf-16"?><r>a</r>', None),
    ("declared_unknown_charset", b'<?xml version="1.0" encoding="x-kari"?><r>a</r>', None),
    ("declared_utf8_and_is_latin1", b'<?xml version="1.0" encoding="utf-8"?><r>\xe5</r>', frozenset({"utf8.invalid"})),
    ("utf7", b'<?xml version="1.0" encoding="utf-7"?><r>+ADw-a+AD4-</r>', None),
    ("character_zero", b"<r>a\0b</r>", _BROKEN),
    ("reference_to_zero", b"<r>&#0;</r>", _BROKEN),
    ("reference_beyond_unicode", b"<r>&#x110000;</r>", _BROKEN),
    ("undeclared_entity", b"<r>&nope;</r>", _BROKEN),
    ("unclosed", b"<r><a>b</a>", _BROKEN),
    ("crossed", b"<r><a><b></a></b></r>", _BROKEN),
    ("two_roots", b"<r/><r/>", _BROKEN),
    ("attribute_twice", b'<r a="1" a="2"/>', _BROKEN),
    ("prefix_of_nothing", b"<x:r>a</x:r>", None),
    ("cdata_without_end", b"<r><![CDATA[" + b"]" * 1_000_000, _BROKEN),
    ("comment_without_end", b"<r><!--" + b"-" * 1_000_000, _BROKEN),
    ("comments_without_end", b"<r>" + b"<!--" * 500_000, _BROKEN),
    ("instructions_without_end", b"<r>" + b"<?p " * 500_000, _BROKEN),
    ("hundred_thousand_attributes", b"<r " + b" ".join(b'a%d="%d"' % (n, n) for n in range(100_000)) + b"/>", None),
    ("attribute_of_nine_megabytes", b'<r a="' + b"x" * 9_000_000 + b'"/>', frozenset({"budget.bytes"})),
    ("attribute_of_eleven_megabytes", b'<r a="' + b"x" * 11_000_000 + b'"/>', frozenset({"budget.bytes"})),
    ("name_of_a_megabyte", b"<" + b"r" * 1_000_000 + b">a</" + b"r" * 1_000_000 + b">", None),
    ("names_of_a_kilobyte", b"<r>" + b"".join(b"<%s%d/>" % (b"n" * 1000, n) for n in range(3000)) + b"</r>", None),
    ("hundred_thousand_levels", b"<a>" * 100_000 + b"b" + b"</a>" * 100_000, None),
    ("hundred_thousand_open_levels", b"<a>" * 100_000, None),
    ("two_hundred_levels", b"<a>" * 200 + b"b" + b"</a>" * 200, frozenset({"budget.depth"})),
    ("million_elements", b"<r>" + b"<a/>" * 1_000_000 + b"</r>", None),
    ("million_texts", b"<r>" + b"<a>b</a>" * 1_000_000 + b"</r>", frozenset({"budget.leaves"})),
    ("text_in_a_million_parts", b"<r>" + b"b<a/>" * 300_000 + b"</r>", None),
    ("ten_megabytes_of_ampersands", b"<r>" + b"&amp;" * 2_000_000 + b"</r>", frozenset()),
    ("ten_megabytes_of_open_brackets", b"<r>" + b"<" * 10_000_000, _BROKEN),
    ("namespaces_without_number", b"<r " + b" ".join(b'xmlns:n%d="urn:%d"' % (n, n) for n in range(20_000)) + b"/>", None),
    ("bomb_in_base64_in_an_element", b"<r><a>H4sIAAAAAAAAA" + b"A" * 1_000_000 + b"</a></r>", None),
]
