"""Archives that unfold without end, broken tables and interchanges, texts in the wrong charset, mails and forms without end."""

import base64
import gzip
import io
import json
import zipfile
import zlib
from collections.abc import Iterator
from functools import cache
from typing import Final

from tests.hostile.case import CANARY, Case

_MB: Final = 1_000_000
_CSV: Final = frozenset({"csv.invalid"})
_EDI: Final = frozenset({"edifact.invalid"})
_UTF8: Final = frozenset({"utf8.invalid"})
_BYTES: Final = frozenset({"budget.bytes"})
_LEAVES: Final = frozenset({"budget.leaves"})
_BINARY: Final = frozenset({"content.binary"})
_HEADER: Final = b"navn;epost\n"
_ROW: Final = b"Kari Eksempel;kari@example.org\n"
_UNB: Final = b"UNB+UNOC:3+A+B+250101:1200+1'"


@cache
def gigabyte() -> bytes:
    """A gigabyte of zeros in gzip, made of one piece, so that making it takes no gigabyte."""
    packer, piece = zlib.compressobj(9, zlib.DEFLATED, 31), bytes(10 * _MB)
    first, again = (packer.compress(piece) + packer.flush(zlib.Z_FULL_FLUSH) for _ in range(2))
    return first + again * 99 + packer.flush()  # each piece stands for itself behind a full flush; the sum at the end is wrong


def _zip_bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for number in range(16):
            archive.writestr(f"lib {number}.zip", bytes(_MB))
    return out.getvalue()


def _nested_gzip(levels: int) -> bytes:
    data = CANARY.encode() * 1000
    for _ in range(levels):
        data = gzip.compress(data, mtime=0)
    return data


def _doubling() -> bytes:
    """A document whose strings are base64 of the document below it, eight levels down."""
    text = json.dumps({"mail": CANARY})
    for _ in range(8):
        inner = base64.b64encode(text.encode()).decode()
        text = json.dumps({"a": inner, "b": inner}) if len(inner) < 200_000 else json.dumps({"a": inner})
    return text.encode()


def _packed() -> Iterator[tuple[str, bytes, frozenset[str] | None]]:
    yield "gzip_of_a_gigabyte", gigabyte(), _BYTES
    yield "gzip_of_gzip_of_a_gigabyte", gzip.compress(gigabyte(), mtime=0), _BYTES
    yield "zlib_of_a_hundred_megabytes", zlib.compress(bytes(100 * _MB), 9), _BYTES
    yield "gzip_five_times", _nested_gzip(5), frozenset({"budget.depth"})
    yield "gzip_four_times", _nested_gzip(4), frozenset()
    yield "gzip_members_without_number", gzip.compress(b"", mtime=0) * 100_000, _BYTES
    yield "gzip_cut", gzip.compress(CANARY.encode() * 10_000, mtime=0)[:-20], frozenset({"gzip.invalid"})
    yield "gzip_with_a_false_sum", gzip.compress(CANARY.encode(), mtime=0)[:-8] + b"\xff" * 8, frozenset({"gzip.invalid"})
    yield "gzip_of_itself_without_content", b"\x1f\x8b\x08\x00" + b"\0" * 20, None
    yield "zip_bomb", _zip_bomb(), _BINARY
    yield "zip_bomb_in_json", json.dumps({"file": base64.b64encode(_zip_bomb()).decode()}).encode(), _BINARY
    yield "bomb_in_json", json.dumps({"file": base64.b64encode(gigabyte()).decode()}).encode(), _BYTES
    yield "thousand_bombs_in_json", json.dumps([base64.b64encode(gzip.compress(bytes(20 * _MB), mtime=0)).decode()] * 300).encode(), _BYTES
    yield "documents_in_documents", _doubling(), frozenset({"budget.depth"})
    yield "base64_of_ten_megabytes", base64.b64encode(bytes(range(256)) * 40_000), None
    yield "percent_signs_without_end", b'["' + b"%25" * 3_000_000 + b'"]', None


def _tables() -> Iterator[tuple[str, bytes, frozenset[str] | None]]:
    yield "quote_without_end_over_ten_megabytes", _HEADER + b'"' + _ROW * 330_000, _CSV
    yield "quotes_without_number", _HEADER + b'"' * 10 * _MB, None
    yield "quote_opened_in_each_row", _HEADER + b'"Kari;kari@example.org\n' * 200_000, _CSV
    yield "zero_bytes_in_cells", _HEADER + b"Kari\0;kari@example.org\n" * 5, None
    yield "mixed_delimiters", b"navn;epost,by\tland\n" + b"Kari;k@example.org,Oslo\tNO\n" * 1000, None
    yield "million_columns", b";".join(b"k%d" % n for n in range(_MB)) + b"\n" + b";" * _MB + b"x\n", None
    yield "million_empty_rows", _HEADER + b";\n" * 3 * _MB, _LEAVES
    yield "ten_megabytes_of_delimiters", _HEADER + b";" * 10 * _MB, None
    yield "ten_megabytes_of_line_breaks", _HEADER + b"\r\n" * 5 * _MB, frozenset()
    yield "rows_without_number", _HEADER + _ROW * 300_000, _LEAVES
    yield "ragged_rows", b"".join(b";".join([b"x"] * (n % 50)) + b"\n" for n in range(100_000)), None
    yield "separator_line_without_a_table", b"sep=;\n", None
    yield "separator_of_a_quote", b'sep="\n' + _ROW * 10, None
    yield "cell_of_five_megabytes", _HEADER + b'"' + b"x\n" * 2_500_000 + b'";kari@example.org\n', _BYTES


def _interchanges() -> Iterator[tuple[str, bytes, frozenset[str] | None]]:
    yield "no_end", _UNB + b"UNH+1+ORDERS:D:96A:UN'NAD+BY+++KARI'", _EDI
    yield "wrong_end", _UNB + b"UNH+1+ORDERS:D:96A:UN'UNT+2+1'UNT+2+1'UNZ+1+1'", _EDI
    yield "service_characters_of_letters", b"UNAabcdefUNBbUNOCa3f" * 1000, None
    yield "service_characters_all_the_same", b"UNA++++++UNB+" * 10_000, None
    yield "service_characters_of_blanks", b"UNA      UNB " + b" " * _MB, None
    yield "service_characters_of_quotes", b"UNA''''''" + b"'" * _MB, None
    yield "service_characters_anew_and_anew", b"UNA:+.? '" * 200_000, None
    for name, mark in (("elements", b"+"), ("components", b":"), ("releases", b"?"), ("terminators", b"'"), ("blanks", b" ")):
        yield f"ten_megabytes_of_{name}", _UNB + b"NAD+" + mark * 10 * _MB, None
    yield "segments_without_number", _UNB + b"FTX+A'" * _MB, _LEAVES
    yield "segments_without_tags", _UNB + b"+a'" * 500_000, _EDI
    yield "tag_of_a_megabyte", _UNB + b"X" * _MB, _EDI
    yield "level_b_without_end", b"UNB\x1dUNOB\x1f1" + b"\x1d\x1f\x1c" * _MB, None
    yield "cut_into_lines_of_one_length", b"\n".join([b"UNB+UNOC:3+A+B+250101:1200"] * 100_000), None


def _charsets() -> Iterator[tuple[str, bytes, frozenset[str] | None]]:
    text = f'{{"navn":"Kåre Ångström","epost":"{CANARY}"}}'
    yield "latin1_as_json", text.encode("latin-1"), _UTF8
    yield "windows1252_with_signs", "navn;beløp\n“Kåre”;€ 100\n".encode("cp1252"), _UTF8
    yield "windows1252_and_what_it_has_not", "Kåre “ ".encode("cp1252") + b"\x81\x8d\x8f\x90\x9d", _UTF8
    yield "overlong_utf8", b"Kari \xc0\xaf\xe0\x80\xaf\xf0\x80\x80\xaf", _UTF8
    yield "surrogates_in_utf8", b"Kari \xed\xa0\x80\xed\xb0\x80", _UTF8
    yield "beyond_unicode_in_utf8", b"Kari \xf4\x90\x80\x80", _UTF8
    yield "utf8_cut_in_a_character", text.encode()[: text.encode().index(b"\xc3") + 1], None
    yield "utf16_of_an_odd_length", text.encode("utf-16") + b"x", None
    yield "utf16_with_lone_surrogates", b"\xff\xfe" + b"\x00\xd8" * 1000, None
    yield "two_marks", b"\xef\xbb\xbf\xef\xbb\xbf" + text.encode(), None
    yield "mark_alone", b"\xff\xfe", None
    yield "ten_megabytes_of_zero_bytes", bytes(10 * _MB), _BINARY
    yield "text_with_zero_bytes", (CANARY + "\0").encode() * 1000, None
    yield "control_characters", bytes(range(1, 32)) * 1000, None
    yield "text_of_a_megabyte_without_a_blank", b"x" * _MB, frozenset()
    yield "right_to_left_and_combining", ("\u202e" + "e" + "\u0301" * 100_000).encode(), None


def _mails() -> Iterator[tuple[str, bytes, frozenset[str] | None]]:
    head = b"From: a@example.org\nTo: b@example.org\nMIME-Version: 1.0\n"
    yield "header_of_ten_megabytes", head + b"Subject: " + b"x" * 10 * _MB, None
    yield "headers_without_number", head + b"X-A: b\n" * 500_000, None
    yield "folds_without_number", head + b"Subject: x" + b"\n x" * _MB, None
    yield "boundaries_without_number", head + b"Content-Type: multipart/mixed; boundary=x\n\n" + b"--x\n\n" * 500_000, None
    nested = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(5000))
    yield "multiparts_in_multiparts", head + nested, frozenset({"budget.depth"})
    yield "multipart_without_a_boundary", head + b"Content-Type: multipart/mixed\n\nKari", frozenset({"mime.invalid"})
    yield "words_in_charsets_without_end", head + b"Subject: " + b"=?utf-8?q?=C3" * 100_000 + b"\n\nx", None


def cases() -> Iterator[Case]:
    for family, found, media_type in (
        ("packed", _packed(), None),
        ("csv", _tables(), "text/csv"),
        ("edifact", _interchanges(), "application/edifact"),
        ("charset", _charsets(), None),
        ("mail", _mails(), "message/rfc822"),
    ):
        for name, data, expected in found:
            yield Case(f"{family}_{name}", data, media_type, expected)
    step = {"transactionId": "1", "processed": "2025-01-01T00:00:00Z", "bodyContent": "e30="}
    yield Case("envelope_of_ten_thousand_steps", json.dumps([step] * 10_000).encode(), None, frozenset({"budget.messages"}))
    yield Case("form_without_end", b"a=b&" * 2 * _MB, "application/x-www-form-urlencoded", _LEAVES)
    yield Case("form_of_ampersands", b"&" * 10 * _MB, "application/x-www-form-urlencoded", None)
    yield Case("html_without_end", b"<p>" * 2 * _MB, "text/html", None)
    yield Case("bookkeeping_of_braces", b"#FLAGGA 0\n#VER " + b"{" * _MB, None, None)
