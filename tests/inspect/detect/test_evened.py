"""Text evened out: offsets lead back to what stood in the message."""

from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from streams.inspect.detect.detector import Detector
from streams.inspect.detect.evened import View, decoded, even, views
from tests.inspect.detect.build import look

odd = st.text(alphabet=st.sampled_from("ab1 %４Ａ\u00a0\u200b\u200d\u2011\u00ad@.éå漢%F\ud800"), max_size=30)


@given(st.text(max_size=40))
def test_plain_text_is_left_alone(text: str) -> None:
    if text.isascii():
        assert even(View(text)).spans is None


@given(odd)
def test_every_code_point_of_every_view_comes_from_the_text(text: str) -> None:
    for view in views(text):
        for at in range(len(view.text)):
            start, end = view.origin(at, at + 1)
            assert 0 <= start < end <= len(text)


@given(odd, st.integers(0, 30), st.integers(1, 30))
def test_origins_keep_their_order(text: str, start: int, length: int) -> None:
    for view in views(text):
        if start + length <= len(view.text):
            a, b = view.origin(start, start + length)
            assert a < b
            assert view.origin(start, start + 1)[0] == a


@given(st.text(max_size=30))
def test_percent_encoding_is_undone(text: str) -> None:
    safe = text.encode("utf-8", "replace").decode("utf-8").replace("%", "")
    assert decoded(View(quote(safe))).text == safe


@pytest.mark.parametrize(
    ("text", "entity", "value"),
    [
        ("https://x.example/?q=kari%40example.org&a=1", "EMAIL_ADDRESS", "kari%40example.org"),
        ("https://x.example/?q=kari%2540example.org&a=1", "EMAIL_ADDRESS", "kari%2540example.org"),
        ("https://x.example/?tel=%2B4791234567", "PHONE_NUMBER", "%2B4791234567"),
        ("til ka\u200bri@example\u200d.org nå", "EMAIL_ADDRESS", "ka\u200bri@example\u200d.org"),
        ("fnr 018190\u00a010001.", "NO_FODSELSNUMMER", "018190\u00a010001"),
        ("fnr ０１８１９０１０００１", "NO_FODSELSNUMMER", "０１８１９０１０００１"),
        ("pnr 19121212\u20111212", "SE_PERSONNUMMER", "19121212\u20111212"),
        ("kari＠example.org", "EMAIL_ADDRESS", "kari＠example.org"),
        ("iban NO93\u00a08601\u00a01117\u00a0947", "IBAN_CODE", "NO93\u00a08601\u00a01117\u00a0947"),
        ("fnr ٠١٨١٩٠١٠٠٠١", "NO_FODSELSNUMMER", "٠١٨١٩٠١٠٠٠١"),
    ],
)
def test_what_hides_behind_odd_characters_is_found_where_it_stood(text: str, entity: str, value: str, detector: Detector) -> None:
    (finding,) = [f for f in look(detector, {"note": text}, "error").findings if f.category]
    assert (finding.entity, text[finding.start : finding.end]) == (entity, value)
