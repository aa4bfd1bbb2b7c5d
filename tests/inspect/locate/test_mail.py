"""Mails and multipart bodies back to the bytes of each part's content, behind its transfer encoding."""

import json
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from streams.inspect.paths import render
from streams.inspect.words import Message
from tests.inspect.decode.reading import body
from tests.inspect.decode.test_mail import FORM, mail
from tests.inspect.locate.planting import Document, hold, spans, whole

TEXT = "Hei Kåri 🫐,\nring meg på 900 00 000 eller kåri@example.org."
CSV = "Navn;Epost\nKåri;kåri@example.org\n"


def places(message: Message) -> dict[str, tuple[int, int] | None]:
    return {render(leaf.path): place for leaf, place in zip(message.leaves, whole(message), strict=True) if leaf.place == "body"}


def attached(encoding: str) -> EmailMessage:
    made = EmailMessage()
    made["From"] = made["To"] = "kari@example.org"
    made["Message-ID"] = "<1@example.org>"
    made.set_content(TEXT, cte=encoding)
    made.add_attachment(json.dumps({"a": "k\u00e5ri"}).encode(), maintype="application", subtype="json", cte="base64")
    made.add_attachment(CSV, subtype="csv", cte=encoding)
    return made


@pytest.mark.parametrize("encoding", ["base64", "quoted-printable", "8bit"])
@pytest.mark.parametrize("media_type", [None, "message/rfc822"])
def test_a_text_and_each_attachment_count_in_their_own_content(encoding: str, media_type: str | None) -> None:
    message = body(attached(encoding).as_bytes(), media_type)
    found = places(message)
    text, table, document = TEXT.encode(), CSV.encode(), json.dumps({"a": "k\u00e5ri"}).encode()
    assert found["$.parts[0].body"] == (0, len(text))
    [inside] = [place for path, place in found.items() if path.endswith("body!$.a")]
    assert inside and document[slice(*inside)] == b"k\\u00e5ri"
    [cell] = [place for path, place in found.items() if path.endswith("Epost")]
    assert cell and table[slice(*cell)] == "kåri@example.org".encode()
    assert found["$.From"] is None  # a header may be folded and encoded


def test_of_a_form_each_field_counts_in_its_own_content() -> None:
    message = body(FORM, "multipart/form-data")
    found = places(message)
    assert (found["$.navn"], found["$.epost"]) == ((0, 13), (0, 16))
    assert found["$.ordre!$.kunde.epost"] == (19, 35)


def test_a_mail_in_a_mail_counts_in_the_inner_one_s_content() -> None:
    made = mail()
    made.add_attachment(mail("Videresendt: kåri@example.org"))
    message = body(made.as_bytes())
    [(path, place)] = [(path, place) for path, place in places(message).items() if path.count("body") == 2]
    assert place == (0, len("Videresendt: kåri@example.org".encode())), path


@given(st.text(st.sampled_from("aZ åØ€😀=?_.\t"), min_size=1, max_size=12), st.sampled_from(["base64", "quoted-printable", "8bit"]))
@settings(deadline=None)
def test_every_span_of_a_text_is_found_in_its_content(text: str, encoding: str) -> None:
    made = mail()
    made.set_content("Hei " + text, cte=encoding)
    document = Document()
    document.value((char, char) for char in "Hei " + text)
    hold(document, body(made.as_bytes(), "message/rfc822"), document.text.encode(), "utf-8", lambda written: [written])


@given(st.binary(max_size=120), st.sampled_from(["message/rfc822", "multipart/mixed"]))
@settings(deadline=None)
def test_no_bytes_make_it_raise(data: bytes, media_type: str) -> None:
    data = b"From: a@example.org\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n" + data + b"\r\n--x\r\n\r\n" + data
    message = body(data, media_type)
    assert len(spans(message, [(number, 0, 1) for number in range(len(message.leaves))])) == len(message.leaves)
