"""A megabyte where a few characters are expected, the same thing a hundred thousand times, and one thing inside of another without end."""

import base64
import gzip
import io
import json
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any, Final
from urllib.parse import quote

from tests.hostile.case import CANARY, Case

_MB: Final = 1_000_000
_LONG: Final = "x" * _MB
_DIGITS: Final = "8127364509" * (_MB // 10)
_JSON: Final = "application/json"
_ALIASES: Final = ("SasUri", "BodyContent", "MessageId", "interchangeId", "eventFired", "data", "specversion", "id", "source", "type")
_EXPECTED: Final = {  # of those whose reason is told in advance; of the others any will do
    **dict.fromkeys(("many_nulls", "many_lines", "many_parts", "many_form_parts", "many_documents_in_strings"), "budget.leaves"),
    **dict.fromkeys(("deep_base64_ten_times", "deep_percent_ten_times", "deep_json_in_strings_twelve_times"), "budget.depth"),
    **dict.fromkeys(("deep_deflate_of_deflate_of_a_bomb", "deep_bomb_in_base64_in_a_wrapper", "many_gzip_members"), "budget.bytes"),
    **dict.fromkeys(("deep_zip_in_zip_in_zip", "deep_archive_of_archives", "long_token_of_base64"), "content.binary"),
    **dict.fromkeys(("envelope_of_eighty_thousand_steps", "envelope_of_ten_thousand_broken_steps"), "budget.messages"),
    "many_declared_entities": "xml.entities",
    "number_of_mixed_charsets": "utf8.invalid",
}


def cases() -> Iterator[Case]:
    for family, found in (("long", _long()), ("many", _many()), ("deep", _deep()), ("number", _numbers()), ("envelope", _envelopes())):
        for name, data, media_type in found:
            told = _EXPECTED.get(f"{family}_{name}")
            yield Case(f"{family}_{name}", data, media_type, frozenset({told}) if told else None)
    for name, unit in _TEXTS.items():
        yield Case(f"text_of_{name}", json.dumps({"note": unit * (_MB // len(unit)) + " " + CANARY}, ensure_ascii=False).encode(), _JSON)


def _step(**fields: Any) -> dict[str, Any]:
    return {"transactionId": "1", "processed": "2025-01-01T00:00:00Z", "bodyContent": "e30=", **fields}


def _text(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()


def _long() -> Iterator[tuple[str, bytes, str | None]]:
    """A megabyte in each place that a Flow has a word for."""
    yield "key_of_an_object", _text({_LONG: CANARY}), _JSON
    yield "key_of_digits", _text({_DIGITS: CANARY}), _JSON
    yield "key_of_addresses", _text({f"{CANARY} " * 40_000: 1}), _JSON
    yield "key_of_percent_signs", _text({"%25" * 300_000: CANARY}), _JSON
    yield "key_behind_key", _text({f"{number}" + "k" * 10_000: {"a" * 10_000: CANARY} for number in range(100)}), _JSON
    yield "file_name", _text(_step(fileName=_LONG + ".json")), _JSON
    yield "file_name_of_digits", _text(_step(fileName=_DIGITS)), _JSON
    yield "url", _text(_step(metadata={"inboundEndpoint": "https://a.example.net/" + _LONG + "?mail=" + CANARY})), _JSON
    yield "url_of_percent_signs", _text(_step(metadata={"inboundEndpoint": "https://a.example.net/" + "%2525" * 200_000})), _JSON
    yield "url_of_pairs", _text(_step(metadata={"inboundEndpoint": "https://a.example.net/?" + "a=b&" * 250_000})), _JSON
    yield "status_text", _text(_step(description="Kari " * 200_000)), _JSON
    yield "sender", _text(_step(sender=_LONG, receiver=_DIGITS)), _JSON
    yield "stack_trace", _text(_step(metadata={"ErrorMessage": "   at A.B(String c) in C.cs:line 12\r\n" * 30_000})), _JSON
    yield "date", _text(_step(processed="2025-01-01T00:00:00." + "0" * _MB + "Z")), _JSON
    yield "media_type", b"{}", "application/json; charset=" + "x" * _MB
    yield "media_type_of_parameters", b"{}", "application/json" + ";a=b" * 250_000
    yield "element_name", b"<r>" + b"<a:%s>x</a:%s>" % (b"n" * _MB, b"n" * _MB) + b"</r>", "application/xml"
    yield "attribute_name", b"<r %s='x'/>" % (b"n" * _MB), "application/xml"
    yield "column_name", b"%s;b\n1;2\n" % (b"n" * _MB), "text/csv"
    yield "release_characters", b"UNB+UNOC:3+A+B+250101:1200+1'NAD+" + b"??+?:" * 400_000 + b"'", "application/edifact"
    yield "composite_of_releases", b"UNB+UNOC:3+A+B+250101:1200+1'" + b"NAD+?'?+?:'" * 100_000, "application/edifact"
    yield "form_of_percent_signs", b"a=" + b"%25" * 3 * _MB, "application/x-www-form-urlencoded"
    yield "form_names", b"&".join(b"n%d=1" % n for n in range(300_000)), "application/x-www-form-urlencoded"
    yield (
        "mail_address_lists",
        b"From: a@b.no\nMIME-Version: 1.0\nTo: " + b"Kari <kari@example.org>,\n " * 40_000 + b"\n\nx",
        "message/rfc822",
    )
    yield "data_uri", _text({"a": "data:text/plain;base64," + base64.b64encode(CANARY.encode() * 40_000).decode()}), _JSON
    yield "token_of_base64", base64.b64encode(bytes(range(256)) * 4_000), None


def _many() -> Iterator[tuple[str, bytes, str | None]]:
    head = b"From: a@example.org\nTo: b@example.org\nMIME-Version: 1.0\n"
    yield "parts", head + b"Content-Type: multipart/mixed; boundary=x\n\n" + b"--x\nContent-Type: text/plain\n\nKari\n" * 100_000, None
    yield "form_parts", b'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nKari\r\n' * 100_000, "multipart/form-data; boundary=x"
    yield (
        "parts_of_many_headers",
        head + b"Content-Type: multipart/mixed; boundary=x\n\n" + (b"--x\n" + b"X: y\n" * 1000 + b"\n") * 1000,
        None,
    )
    yield "boundaries_that_nearly_fit", head + b"Content-Type: multipart/mixed; boundary=" + b"-" * 60 + b"\n\n" + b"-" * 5 * _MB, None
    yield "gzip_members", b"".join(gzip.compress(f'{{"n":{n},"mail":"{CANARY}"}}\n'.encode(), mtime=0) for n in range(20_000)), None
    yield "nulls", b"[" + b"null," * 2 * _MB + b"null]", _JSON
    yield "empty_strings", b"[" + b'"",' * 2 * _MB + b'""]', _JSON
    yield "same_keys", b"{" + b'"a":1,' * 500_000 + b'"a":1}', _JSON
    yield "objects_of_one_key", b"[" + b'{"navn":"Kari Nordmann"},' * 300_000 + b"{}]", _JSON
    yield "lines", b'{"navn":"Kari Nordmann","epost":"kari@example.org"}\n' * 150_000, None
    yield "empty_lines_between", b'{"a":1}\n' + b"\n" * 5 * _MB + b'{"a":2}\n', None
    yield "documents_in_strings", _text([json.dumps({"navn": f"Kari {n}"}) for n in range(60_000)]), _JSON
    yield "xml_in_strings", _text([f"<a><b>Kari {n}</b></a>" for n in range(60_000)]), _JSON
    yield "base64_in_strings", _text([base64.b64encode(f'{{"navn":"Kari {n}"}}'.encode()).decode() for n in range(60_000)]), _JSON
    yield "pictures", _text(["iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ"] * 100_000), _JSON
    yield "comments", b"<r>" + b"<!--Kari-->" * 500_000 + b"</r>", "application/xml"
    yield "sections", b"<r>" + b"<![CDATA[a]]>" * 500_000 + b"</r>", "application/xml"
    yield "references", b"<r>" + b"&#75;" * 2 * _MB + b"</r>", "application/xml"
    yield "declared_entities", b"<!DOCTYPE r [" + b"".join(b"<!ENTITY e%d 'x'>" % n for n in range(100_000)) + b"]><r>&e1;</r>", None
    yield "vouchers", b"#FLAGGA 0\n" + b'#VER A 1 20250101 "Kari"\n' * 200_000, None
    yield "service_strings", b"UNA:+.? 'UNB+UNOC:3+A+B+250101:1200+1'" * 100_000, "application/edifact"


def _deep() -> Iterator[tuple[str, bytes, str | None]]:
    text = json.dumps({"mail": CANARY})
    yield "base64_ten_times", _wrapped(text, lambda data: base64.b64encode(data.encode()).decode(), 10).encode(), None
    yield "percent_ten_times", _wrapped(text, lambda data: quote(data, safe=""), 10).encode(), None
    yield "json_in_strings_twelve_times", _wrapped(text, json.dumps, 12).encode(), _JSON
    yield "gzip_and_base64_in_turn", base64.b64encode(gzip.compress(base64.b64encode(gzip.compress(text.encode(), mtime=0)), mtime=0)), None
    yield "zip_in_zip_in_zip", _zipped(_zipped(_zipped(bytes(10 * _MB)))), None
    yield "archive_of_archives", _archive(), None
    yield "deflate_of_deflate_of_a_bomb", zlib.compress(zlib.compress(zlib.compress(bytes(200 * _MB), 9), 9), 9), None
    yield (
        "bomb_in_base64_in_a_wrapper",
        _text(_step(bodyContent=base64.b64encode(gzip.compress(bytes(100 * _MB), mtime=0)).decode())),
        _JSON,
    )
    mail = b"Content-Type: message/rfc822\n\n"
    yield "mails_in_mails", b"From: a@b.no\nMIME-Version: 1.0\nTo: c@d.no\n" + mail * 20_000, "message/rfc822"
    yield (
        "wrappers_in_wrappers",
        _wrapped(text, lambda data: json.dumps(_step(bodyContent=base64.b64encode(data.encode()).decode())), 8).encode(),
        None,
    )
    yield "brackets_in_a_string", _text({"a": "[" * _MB}), _JSON
    yield "elements_in_a_string", _text({"a": "<a>" * 300_000}), _JSON
    yield "html_in_html", b"<div>" * 500_000 + CANARY.encode() + b"</div>" * 500_000, "text/html"
    yield "lists_below_the_deepest", b"[" * 70 + b'{"a":"Kari"},' * 300_000 + b"{}" + b"]" * 70, _JSON
    yield "objects_with_one_address_each", (b'{"a@example.org":' * 60) + b"1" + b"}" * 60, _JSON


def _numbers() -> Iterator[tuple[str, bytes, str | None]]:
    yield "of_a_huge_exponent", b'{"a":1e999999999,"b":-1E-999999999,"c":1e' + b"9" * 100_000 + b"}", _JSON
    yield "of_ten_million_digits", b'{"personnummer":' + b"9" * 10 * _MB + b"}", _JSON
    yield "of_digits_and_dots", b'{"a":"' + b"1." * 500_000 + b'"}', _JSON
    yield (
        "where_times_are",
        _text({"transactionId": "1", "processed": 10**30, "bodyContent": "e30=", "metadata": {"manualResendCount": 10**40}}),
        _JSON,
    )
    yield "of_surrogates", b'{"a":"' + b"\\ud83d\\ude00" * 300_000 + b'"}', _JSON
    yield "of_lone_surrogates", b'{"a":"' + b"\\ud83d" * 600_000 + b'"}', _JSON
    yield "of_escapes", b'{"a":"' + b"\\u0041" * 600_000 + b'"}', _JSON
    yield "of_escaped_zeros", b'{"a":"' + b"\\u0000" * 600_000 + b'","b\\u0000c":1}', _JSON
    yield "of_zero_bytes_between_letters", CANARY.encode("utf-16-le") * 20_000, None
    yield "of_mixed_charsets", CANARY.encode() * 1000 + "Å".encode("utf-16") * 1000 + "Å".encode("latin-1") * 1000, None
    yield "of_marks_between", b"\xef\xbb\xbf".join([b'{"a":1}'] * 100_000), None


def _envelopes() -> Iterator[tuple[str, bytes, str | None]]:
    yield "of_eighty_thousand_steps", _text([_step()] * 80_000), None
    yield "of_ten_thousand_broken_steps", _text([_step(bodyContent="{%%%", processed="x")] * 10_000), None
    yield (
        "of_a_hundred_thousand_events",
        _text([{"subscriptionId": 1, "portalId": 2, "subscriptionType": "a", "objectId": 3}] * 100_000),
        None,
    )
    yield "of_a_hundred_thousand_fields", _text(_step(metadata={f"k{n}": CANARY for n in range(100_000)})), None
    yield "of_texts_that_hold_json", _text(_step(metadata={"dataCollection": json.dumps([{"navn": "Kari"}] * 50_000)})), None
    yield (
        "of_every_alias",
        _text(dict.fromkeys(_ALIASES, CANARY)),
        None,
    )


_TEXTS: Final = {
    "mails": "kari.nordmann@example.org, ",
    "keys_of_nothing": '{"a":',
    "keys_without_values": "a=,",
    "greetings": "Hei Kari, ",
    "houses": "gate 55555 ",
    "streets": "Storgata 12, 0155 Oslo ",
    "numbers": "12345678 ",
    "long_numbers": "01019012345 ",
    "digits": "7",
    "ip_addresses": "fe80::1 10.0.0.1 ",
    "stamps": "2025-01-01T00:00:00Z ",
    "accounts": "NO9386011117947 ",
    "tags": "<p>a",
    "references": "&aring;",
    "percent_signs": "%2541",
    "odd_letters": "\u212b\uff21\u200b\u00a0",
    "phrases_in_one_sign": "\ufdfa",
    "signs_of_east_asia": "\u6f22\u5b57",
    "zero_width": "k\u200b",
    "words": "Vi sender varene til butikken i sentrum og kunden betaler. ",
    "log_lines": "2025-01-01 10:00:00 INFO [worker-1] com.example.Foo - id=12345678 took 12 ms\n",
}


def _wrapped(text: str, wrap: Any, times: int) -> str:
    for _ in range(times):
        text = wrap(text)
    return text


def _zipped(data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        archive.writestr(zipfile.ZipInfo("kari@example.org.zip", (2025, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED, 9)
    return out.getvalue()


def _archive() -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as archive:
        entry = tarfile.TarInfo("kari@example.org")
        entry.size = 50 * _MB
        archive.addfile(entry, io.BytesIO(bytes(50 * _MB)))
    return out.getvalue()
