"""From bytes to text: declared, marked or undeclared; base64 and gzip as they are met."""

import base64
import gzip
import zlib
from urllib.parse import unquote, unquote_plus

import pytest
from hypothesis import given
from hypothesis import strategies as st

from streams.inspect.encodings import CHARSETS, as_text, from_base64, is_binary, unquoted
from streams.inspect.packing import gunzip, inflate, is_gzip, is_packed, unpack

NAME = "Bjørn Åkesson"


@pytest.mark.parametrize(
    ("data", "charset"),
    [
        (NAME.encode(), None),
        (NAME.encode("utf-8-sig"), None),
        (NAME.encode("utf-8-sig"), "utf-8"),
        (NAME.encode("utf-16"), None),
        (b"\xfe\xff" + NAME.encode("utf-16-be"), None),
        (NAME.encode("utf-32"), None),
        (NAME.encode("latin-1"), "ISO-8859-1"),
        (NAME.encode("cp1252"), "Windows-1252"),
        (NAME.encode("cp865"), "IBM865"),
        (NAME.encode("utf-16-le"), "UTF-16LE"),
        (NAME.encode(), "no-such-charset"),
        (NAME.encode(), "punycode"),
    ],
)
def test_text_is_read_in_the_encoding_that_it_declares(data: bytes, charset: str | None) -> None:
    assert as_text(data, charset) == (NAME, True)


@pytest.mark.parametrize(
    "document",
    [
        '<?xml version="1.0" encoding="ISO-8859-1"?><n>Bjørn</n>'.encode("latin-1"),
        "UNB+UNOC:3+1+2'NAD+UD+Bjørn'".encode("latin-1"),
        "UNA:+.? 'UNB+UNOC:3+1+2'NAD+UD+Bjørn'".encode("latin-1"),
        '#FLAGGA 0\r\n#FORMAT PC8\r\n#FNAMN "Bjørn"'.encode("cp865").replace(b"\x9b", "ø".encode("cp865")),
        '{"n":"Bjørn"}'.encode("utf-16-le"),
        '{"n":"Bjørn"}'.encode("utf-16-be"),
    ],
)
def test_a_document_may_say_itself_how_it_is_written(document: bytes) -> None:
    text, as_declared = as_text(document)
    assert as_declared
    assert "rn" in text
    assert "\0" not in text
    assert "\ufffd" not in text


def test_bytes_that_are_not_what_they_declare_are_read_as_latin_1() -> None:
    assert as_text(NAME.encode("latin-1")) == (NAME, False)
    assert as_text(NAME.encode("latin-1"), "utf-8") == (NAME, False)
    assert as_text(b"\xff\xfea")[1] is False


@pytest.mark.parametrize("name", sorted(set(CHARSETS.values())))
@given(data=st.binary(max_size=20))
def test_any_bytes_in_any_charset_are_text_that_can_be_written_again(name: str, data: bytes) -> None:
    as_text(data, name)[0].encode()


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\nplain", b"\x89PNG\r\n\x1a\n", b"PK\x03\x04docx", b"\xff\xd8\xff\xe0", b"GIF89a", b"\x28\xb5\x2f\xfd..", b"Obj\x01avro",
        b"text with \0 a zero", bytes(range(256)), b"\x06foo\x1ekari@example.org",
    ],
)  # fmt: skip
def test_binary_content_is_told(data: bytes) -> None:
    assert is_binary(data)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"plain\ttext\r\n",
        NAME.encode("latin-1"),
        NAME.encode("utf-16"),
        '{"a":1}'.encode("utf-16-le"),
        b'{"a":"a zero \0 here"}' + b" " * 30,
    ],
)
def test_text_is_not_taken_for_binary(data: bytes) -> None:
    assert not is_binary(data)


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("aGVsbG8/", b"hello?"),
        ("aGVsbG8_", b"hello?"),
        ("aGVsbG8", b"hello"),
        ("aGVs\r\nbG8=\n", b"hello"),
        ("", b""),
        ("a", None),
        ("====", None),
        ("aGV$bG8=", None),
        ("hello there, kari", None),
        ("blåbær", None),
        ("aGVs=bG8", None),
    ],
)
def test_base64_is_read_with_the_liberties_that_platforms_take(text: str, data: bytes | None) -> None:
    assert from_base64(text) == data


@given(st.binary(max_size=60), st.integers(1, 20))
def test_base64_comes_back_as_the_bytes_that_went_in(data: bytes, width: int) -> None:
    plain, url = base64.b64encode(data).decode(), base64.urlsafe_b64encode(data).decode().rstrip("=")
    assert from_base64(plain) == from_base64(url) == data
    assert from_base64("\n".join(plain[i : i + width] for i in range(0, len(plain), width))) == data


@given(st.binary(max_size=2000), st.integers(1, 3000))
def test_gzip_is_unpacked_up_to_its_limit(data: bytes, limit: int) -> None:
    packed = gzip.compress(data)
    assert is_gzip(packed)
    assert gunzip(packed, limit) == (data[:limit], True, len(data) > limit)


def test_a_bomb_costs_no_more_than_the_limit() -> None:
    assert gunzip(gzip.compress(gzip.compress(b"0" * 50_000_000)), 1000)[0][:2] == b"\x1f\x8b"
    out, whole, cut = gunzip(gzip.compress(b"0" * 50_000_000), 1000)
    assert (len(out), whole, cut) == (1000, True, True)


def test_members_behind_one_another_and_padding_are_one_file() -> None:
    assert gunzip(gzip.compress(b"ab") + gzip.compress(b"cd") + b"\0" * 9, 99) == (b"abcd", True, False)
    assert gunzip(gzip.compress(b"") * 2000, 99)[2]


def test_what_stands_before_a_broken_place_is_kept() -> None:
    packed = gzip.compress(b"kari@example.org " * 100_000, compresslevel=0)
    out, whole, _ = gunzip(packed[:-200_000], 10_000_000)
    assert not whole
    assert out.startswith(b"kari@example.org")
    assert gunzip(b"\x1f\x8bnothing of the kind", 99) == (b"", False, False)


@pytest.mark.parametrize("name", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize(
    "text", ['{"navn": "Åse"}', "navn;epost\nÅse;ase@example.org\n", "UNB+UNOC:3+AVS+MOT'", "Kjære Åse, takk for sist.", "<a/>"]
)
def test_a_wide_text_without_a_mark_shows_itself(text: str, name: str) -> None:
    data = text.encode(name)
    assert as_text(data) == (text, True)
    assert not is_binary(data)


@pytest.mark.parametrize("data", [b"\0\0\0\x01" * 40, b"a\0\0b" * 40, b"ab\0\x01" * 40, bytes(range(256)) * 4])
def test_zero_bytes_that_make_no_latin_text_are_binary(data: bytes) -> None:
    assert is_binary(data)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"navn;\x80 100;\x93sitat\x94 \x96 \xc5se", "navn;€ 100;“sitat” – Åse"),
        (b"\xc5se \x81\x80", "Åse \x81\x80"),  # 81 is no character of Windows-1252
        (b"\xc5se \x9d", "Åse \x9d"),
    ],
)
def test_undeclared_bytes_are_windows_1252_unless_one_of_them_cannot_be(data: bytes, text: str) -> None:
    assert as_text(data) == (text, False)


@pytest.mark.parametrize("level", [1, 6, 9])
def test_zlib_and_raw_deflate_are_unpacked_and_a_bomb_of_them_is_cut(level: int) -> None:
    data = "Åse Eksempel, ".encode() * 50
    packer = zlib.compressobj(level, zlib.DEFLATED, -15)
    raw = packer.compress(data) + packer.flush()
    assert is_packed(zlib.compress(data, level))
    assert unpack(zlib.compress(data, level), 10_000) == (data, True, False)
    assert unpack(zlib.compress(data, level)[:-6], 10_000)[1] is False
    assert unpack(zlib.compress(b"0" * 50_000_000, level), 1000) == (b"0" * 1000, True, True)
    assert inflate(raw, 10_000) == data
    assert inflate(raw[:-3], 10_000) is inflate(raw, 10) is None


@pytest.mark.parametrize("text", ["x^2 + y^2 = z^2", "x\x01", "x"])
def test_text_that_begins_as_zlib_does_is_not_zlib(text: str) -> None:
    assert not is_packed(text.encode())


@pytest.mark.parametrize("plus", [False, True])
@pytest.mark.parametrize("shift", range(4))
@pytest.mark.parametrize("unit", ["%C3%85se+1", "%25", "å%", "%zz%C3", "%E2%82%AC ", "a"])
def test_a_long_text_loses_its_percent_signs_as_a_short_one_does(unit: str, shift: int, plus: bool) -> None:
    text = "x" * shift + unit * 20_000
    assert unquoted(text, plus=plus) == (unquote_plus if plus else unquote)(text)
