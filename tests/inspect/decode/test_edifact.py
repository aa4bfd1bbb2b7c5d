"""Interchanges as they are sent: service characters, releases, line breaks, several messages, broken ends."""

import base64
import json
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from streams.inspect.decode.segments import segments
from streams.inspect.paths import render
from streams.inspect.words import Budget
from tests.inspect.decode.reading import body, leaves

HEAD, TAIL = "UNB+UNOC:3+S+R+240312:1015+1'UNH+1+ORDERS:D:96A:UN'", "UNT+9+1'UNZ+1+1'"
MESSAGE = "BGM+220+PO-1+9'NAD+UD+++Kari Eksempel+Storgata 1'"


def inside(text: str) -> dict[str, str]:
    """The leaves of a text between interchange and message headers and trailers, without those."""
    return {path: said for path, said in leaves(body((HEAD + text + TAIL).encode())).items() if not path.startswith("UN")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("NAD+UD+++Kari'", {"NAD[1]/1.1": "UD", "NAD[1]/4.1": "Kari"}),
        ("NAD+UD'NAD+BY:x'", {"NAD[1]/1.1": "UD", "NAD[2]/1.1": "BY", "NAD[2]/1.2": "x"}),
        ("FTX+AAI+++a?+b?:c?'d??e:f'", {"FTX[1]/1.1": "AAI", "FTX[1]/4.1": "a+b:c'd?e", "FTX[1]/4.2": "f"}),
        ("FTX+???+???'??'", {"FTX[1]/1.1": "?+?'?"}),
        ("FTX+?a'", {"FTX[1]/1.1": "a"}),
        ("FTX+one\r\ntwo'", {"FTX[1]/1.1": "one\r\ntwo"}),
        ("FTX+  '", {}),
        ("FTX++++::x'", {"FTX[1]/4.3": "x"}),
        ("FTX:1:2+a'", {"FTX[1]": "2", "FTX[1]/1.1": "a"}),  # an old way to say which group a segment belongs to
        ("''FTX+a''", {"FTX[1]/1.1": "a"}),
        ("FTX'", {}),
        ("FTX+Åse'", {"FTX[1]/1.1": "Åse"}),
    ],
)
def test_components_are_counted_from_one_and_released(text: str, expected: dict[str, str]) -> None:
    assert inside(text) == expected


@pytest.mark.parametrize("between", ["", "\n", "\r\n", "\r", "\n\n  "])
def test_line_breaks_between_segments_are_nothing(between: str) -> None:
    text = (HEAD + MESSAGE + TAIL).replace("'", "'" + between)
    for begin in ("", "UNA:+.? '", "UNA:+.? '" + between, "\ufeff"):
        message = body((begin + text).encode())
        assert leaves(message) == leaves(body((HEAD + MESSAGE + TAIL).encode()))
        assert (message.scanned, message.reasons) == ("full", ())


@pytest.mark.parametrize("marks", ["|*,! ~", "\x1f\x1d.\x18 \x1c", ":+.? \n", ":+.  '", "]^.\\ -", ";,.? '"])
def test_an_interchange_declares_its_own_service_characters(marks: str) -> None:
    component, element, _, _, _, end = tuple(marks)
    text = (HEAD + MESSAGE + TAIL).replace("PO-1", "PO1")
    declared = "UNA" + marks + text.translate({ord(":"): component, ord("+"): element, ord("'"): end})
    assert leaves(body(declared.encode())) == leaves(body(text.encode()))


def test_level_b_has_separators_that_are_not_printed() -> None:
    text = (HEAD + MESSAGE + TAIL).translate({ord(":"): "\x1f", ord("+"): "\x1d", ord("'"): "\x1c"})
    assert leaves(body(text.encode())) == leaves(body((HEAD + MESSAGE + TAIL).encode()))


def test_a_repetition_goes_on_as_components() -> None:
    message = body(b"UNA:+.?*'UNB+UNOC:4'UNH+1+ORDERS:D:01B:UN'FTX+a*b:c'UNT+3+1'UNZ+1+1'")
    assert {path: said for path, said in leaves(message).items() if path.startswith("FTX")} == {
        "FTX[1]/1.1": "a",
        "FTX[1]/1.2": "b",
        "FTX[1]/1.3": "c",
    }


def test_a_file_cut_into_lines_of_one_length_is_joined() -> None:
    text = HEAD + MESSAGE * 3 + TAIL
    cut = "\r\n".join(text[at : at + 30] for at in range(0, len(text), 30))
    assert leaves(body(cut.encode())) == leaves(body(text.encode()))


def test_messages_and_interchanges_behind_one_another_are_counted_through() -> None:
    text = f"{HEAD}{MESSAGE}UNT+4+1'UNH+2+ORDERS:D:96A:UN'{MESSAGE}UNT+4+2'UNZ+2+1'\r\nUNA|*.? ~UNB*1~UNH*1~NAD*DP~UNT*1~UNZ*1~"
    message = body(text.encode())
    assert [path for path in leaves(message) if path.startswith("NAD") and path.endswith("/1.1")] == [
        "NAD[1]/1.1",
        "NAD[2]/1.1",
        "NAD[3]/1.1",
    ]
    assert message.reasons == ()


@pytest.mark.parametrize("charset", ["latin-1", "utf-8"])
def test_unoc_is_latin_1_where_it_is_not_utf_8(charset: str) -> None:
    message = body((HEAD + "NAD+UD+++Åse Prøve'" + TAIL).encode(charset))
    assert leaves(message)["NAD[1]/4.1"] == "Åse Prøve"
    assert message.reasons == ()


@pytest.mark.parametrize(
    "text",
    [
        HEAD + MESSAGE,
        HEAD + MESSAGE + "UNT+4+1'",
        HEAD + MESSAGE + "UNZ+1+1'",
        HEAD + MESSAGE + TAIL[:-1],
        HEAD + MESSAGE[:-20],
        HEAD + MESSAGE + "UNT+4+1'UNH+2+ORD",
        "UNH+1+ORDERS:D:96A:UN'" + MESSAGE,
        HEAD + MESSAGE + "no segment'" + TAIL,
        HEAD + MESSAGE + "nad+x'" + TAIL,
        HEAD + MESSAGE + TAIL + "rubbish",
    ],
)
def test_of_a_cut_or_broken_interchange_what_was_read_is_kept(text: str) -> None:
    message = body(text.encode())
    assert leaves(message)["NAD[1]/4.1"].startswith("Kari")
    assert (message.scanned, message.reasons) == ("partial", ("edifact.invalid",))


def test_what_is_no_segment_is_scanned_as_text() -> None:
    assert leaves(body((HEAD + "mail: kari@example.org'" + TAIL).encode()))["$"] == "mail: kari@example.org'"
    assert leaves(body(b"kari@example.org", "application/edifact")) == {"$": "kari@example.org"}


@pytest.mark.parametrize("encoded", [False, True])
def test_an_interchange_in_a_string_is_opened_if_it_is_whole(encoded: bool) -> None:
    for begin in ("", "UNA:+.? '"):
        whole, part = begin + HEAD + MESSAGE + TAIL, begin + HEAD + MESSAGE
        read = leaves(body(json.dumps({"order": base64.b64encode(whole.encode()).decode() if encoded else whole, "cut": part}).encode()))
        assert read["$.order!NAD[1]/4.1"] == "Kari Eksempel"
        assert read["$.cut"] == part
    assert leaves(body(b'{"a":"UNB+","b":"UNIT 4","c":"UNA"}')) == {"$.a": "UNB+", "$.b": "UNIT 4", "$.c": "UNA"}


def test_a_message_without_an_interchange_around_it_is_whole() -> None:
    assert body(b"UNH+1+ORDERS:D:96A:UN'NAD+UD'UNT+3+1'").reasons == ()


def test_a_budget_ends_an_interchange_and_says_nothing_else() -> None:
    message = body((HEAD + MESSAGE * 10 + TAIL).encode(), budget=Budget(leaves=20))
    assert len(message.leaves) == 20
    assert message.reasons == ("budget.leaves",)


@pytest.mark.parametrize(
    "data",
    [
        b"UNA:+.? '" + b"+" * 1_000_000,
        b"UNA:+.? '" + b"'" * 1_000_000,
        b"UNB+" + b"?" * 1_000_001,
        b"UNB+UNOC:3+" + b"x" * 1_000_000,
        b"UNB+UNOC:3+1'" + b" '" * 500_000,
        b"UNA:+.? '" * 100_000,
        b"".join(b"UNA:+.? " + bytes([33 + n % 90]) for n in range(50_000)),
        b"UNB+UNOC:3'" + b"NAD+UD+a:b:c'" * 100_000,
        b"UNB+UNOC:3'NAD" + b"+UD:x" * 100_000,
        b"UNA        " * 1000,
        b"UNA++++++" * 1000,
        b"UNA]^\\-[" + b"a]^[-\\" * 1000,
        b"UNB+UNOC:3'\0\0\0NAD+a'",
        b"UNA",
        b"UNA:+.? '",
    ],
)
def test_no_interchange_is_too_broken_or_too_large(data: bytes) -> None:
    message = body(data, "application/edifact")
    assert len(message.leaves) <= Budget().leaves


_VALUES = st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("?+:'"), max_size=12).filter(
    lambda text: not text.lstrip().startswith(tuple('{["<')) and "://" not in text
)
_SEGMENTS = st.lists(
    st.tuples(st.sampled_from(["NAD", "FTX", "S01"]), st.lists(st.lists(_VALUES, min_size=1, max_size=4), min_size=1, max_size=4)),
    max_size=6,
)


@settings(max_examples=300)
@given(_SEGMENTS, st.sampled_from([":+?'", "|*!~", "^;\\-"]), st.sampled_from(["", "\n", "\r\n"]))
def test_what_is_written_with_releases_is_read_back(written: list[tuple[str, list[list[str]]]], marks: str, between: str) -> None:
    component, element, release, end = tuple(marks)

    def released(value: str) -> str:
        return "".join(release + char if char in marks else char for char in value)

    def segment(tag: str, elements: list[list[str]]) -> str:
        return element.join([tag, *(component.join(map(released, values)) for values in elements)]) + end + between

    whole = [("UNH", [["1"]]), *written, ("UNT", [["1"]])]
    message = body((f"UNA{component}{element}.{release} {end}" + "".join(segment(*one) for one in whole)).encode())
    seen: dict[str, int] = {}
    expected: list[tuple[str, str]] = []
    for tag, elements in whole:
        seen[tag] = seen.get(tag, 0) + 1
        for at, values in enumerate(elements, 1):
            expected += [(f"{tag}[{seen[tag]}]/{at}.{n}", value) for n, value in enumerate(values, 1) if value and not value.isspace()]
    assert [(render(leaf.path), leaf.text) for leaf in message.leaves] == expected
    assert message.reasons == ()


@settings(max_examples=300)
@given(st.text(alphabet="ABN+:'?\n 1", max_size=60), st.integers(1, 50))
def test_segments_tile_the_text_and_keep_the_limit(text: str, limit: int) -> None:
    read = list(segments("UNH+1'" + text, limit))
    assert all(one.end <= other.start for one, other in pairwise(read))
    assert sum(len(components) for segment in read for components in segment.elements) <= limit
