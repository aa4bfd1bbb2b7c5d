"""Mails and multipart bodies: headers, texts and files where they stand, and what is broken is read as far as it goes."""

import base64
import random
from email.message import EmailMessage, MIMEPart

import pytest
from hypothesis import given
from hypothesis import strategies as st

from streams.inspect.paths import render
from streams.inspect.words import Message
from tests.inspect.decode.reading import body, leaves

PDF = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n" + bytes(range(256))
FORM = (
    b'--b0undary\r\nContent-Disposition: form-data; name="navn"\r\n\r\nKari Eksempel\r\n'
    b'--b0undary\r\nContent-Disposition: form-data; name="epost"\r\n\r\nkari@example.org\r\n'
    b'--b0undary\r\nContent-Disposition: form-data; name="cv"; filename="CV Kari Eksempel.pdf"\r\nContent-Type: application/pdf\r\n\r\n'
    + PDF
    + b'\r\n--b0undary\r\nContent-Disposition: form-data; name="ordre"\r\nContent-Type: application/json\r\n\r\n'
    b'{"kunde":{"epost":"kari@example.org"}}\r\n'
    b"--b0undary--\r\n"
)


def mail(text: str = "Hei Kari,\nring meg på 900 00 000.") -> EmailMessage:
    made = EmailMessage()
    made["From"] = "Kari Eksempel <kari@example.org>"
    made["To"] = "ola@example.org"
    made["Subject"] = "Søknad fra Åse"
    made["Message-ID"] = "<1@example.org>"
    made.set_content(text)
    return made


def files(message: Message) -> list[tuple[str, str, int]]:
    return [(render(a.path), a.type, a.size) for a in message.attachments]


def test_a_mail_is_read_header_by_header_and_its_text() -> None:
    message = body(mail().as_bytes())
    assert leaves(message) == {
        "$.From": "Kari Eksempel <kari@example.org>",
        "$.To": "ola@example.org",
        "$.Subject": "Søknad fra Åse",
        "$.Message-ID": "<1@example.org>",
        "$.MIME-Version": "1.0",
        "$.body": "Hei Kari,\nring meg på 900 00 000.",
    }
    assert (message.scanned, message.reasons) == ("full", ())


def test_alternatives_and_attachments_are_parts_and_what_they_hold_is_opened() -> None:
    made = mail()
    made.add_alternative("<p>Hei <b>Kari</b></p>", subtype="html")
    made.add_attachment(PDF, maintype="application", subtype="pdf", filename="CV Kari Eksempel æ.pdf")
    made.add_attachment(b'{"a":{"b":"kari@example.org"}}', maintype="application", subtype="json", filename="a.json")
    made.add_attachment("navn;epost\nKari;kari@example.org\n", subtype="csv", filename="a.csv")
    made.add_attachment("<Order><Buyer>Kari</Buyer></Order>", subtype="xml", filename="a.xml")
    message = body(made.as_bytes())
    read = leaves(message)
    assert read["$.parts[0].parts[0].body"] == "Hei Kari,\nring meg på 900 00 000."
    assert read["$.parts[0].parts[1].body"] == "<p>Hei <b>Kari</b></p>"
    assert read["$.parts[1].body"] == ""
    assert read["$.parts[2].body!$.a.b"] == "kari@example.org"
    assert read["$.parts[3].body![0].epost"] == "kari@example.org"
    assert read["$.parts[4].body!/Order/Buyer"] == "Kari"
    assert leaves(message, "filename")["$.parts[1].filename"] == "CV Kari Eksempel æ.pdf"
    assert files(message) == [("$.parts[1].body", "pdf", len(PDF))]
    assert (message.scanned, message.reasons) == ("partial", ("content.binary",))


def test_a_forwarded_mail_is_a_mail_in_the_mail() -> None:
    made = mail("Se under")
    made.add_attachment(mail("Ring Per"))
    assert leaves(body(made.as_bytes()))["$.parts[1].body!$.body"] == "Ring Per"


@pytest.mark.parametrize("charset", ["iso-8859-1", "windows-1252", "utf-8"])
@pytest.mark.parametrize("encoding", ["base64", "quoted-printable"])
def test_charsets_and_transfer_encodings_are_taken_off(charset: str, encoding: str) -> None:
    part = MIMEPart()
    part.set_content("Åse Eksempel bor i Tromsø = ja", charset=charset, cte=encoding)
    data = b"From: a@example.org\nSubject: x\nMIME-Version: 1.0\n" + part.as_bytes()
    assert leaves(body(data))["$.body"] == "Åse Eksempel bor i Tromsø = ja"


def test_repeated_headers_are_a_list_and_folded_ones_are_one_line() -> None:
    data = b"Received: from a\r\n by b\r\nReceived: from c\r\nFrom: k@example.org\r\nSubject: x\r\n\r\nhei\r\n"
    assert leaves(body(data)) == {
        "$.Received[0]": "from a by b",
        "$.Received[1]": "from c",
        "$.From": "k@example.org",
        "$.Subject": "x",
        "$.body": "hei",
    }


@pytest.mark.parametrize("media_type", [None, "multipart/form-data"])
def test_a_form_with_files_is_read_by_its_names(media_type: str | None) -> None:
    message = body(FORM, media_type)
    assert leaves(message) == {
        "$.navn": "Kari Eksempel",
        "$.epost": "kari@example.org",
        "$.cv": "",
        "$.ordre!$.kunde.epost": "kari@example.org",
    }
    assert leaves(message, "filename") == {"$.cv": "CV Kari Eksempel.pdf"}
    assert files(message) == [("$.cv", "pdf", len(PDF))]
    assert message.reasons == ("content.binary",)


def test_a_multipart_body_without_a_mail_round_it_has_parts() -> None:
    data = b"preamble\r\n--x\r\nContent-Type: text/plain\r\n\r\nKari\r\n--x\r\n\r\nOla\r\n--x--\r\nepilogue"
    assert leaves(body(data, "multipart/mixed")) == {"$.parts[0].body": "Kari", "$.parts[1].body": "Ola"}


@pytest.mark.parametrize("data", [FORM[:-6], FORM[: FORM.index(b'--b0undary\r\nContent-Disposition: form-data; name="cv"')]])
def test_a_body_that_breaks_off_is_read_as_far_as_it_goes(data: bytes) -> None:
    message = body(data, "multipart/form-data")
    assert leaves(message)["$.epost"] == "kari@example.org"
    assert "mime.invalid" in message.reasons


@pytest.mark.parametrize("media_type", ["multipart/mixed", "multipart/form-data"])
def test_of_too_many_parts_the_first_are_read_and_the_others_said_to_be_left_out(media_type: str) -> None:
    part = b'--x\r\nContent-Disposition: form-data; name="navn"\r\n\r\nKari\r\n'
    some, many = (body(part * count + b"--x--", media_type=media_type) for count in (1000, 1001))
    assert some.reasons == ()
    assert many.reasons == ("budget.leaves",)
    assert len(many.leaves) == len(some.leaves) == 1000


def test_an_attachment_whose_base64_is_broken_is_text_and_says_so() -> None:
    data = b"From: a@example.org\nSubject: x\nMIME-Version: 1.0\nContent-Transfer-Encoding: base64\n\nkari@example.org ===\n"
    message = body(data)
    assert leaves(message)["$.body"] == "kari@example.org ==="
    assert message.reasons == ("base64.invalid",)


@pytest.mark.parametrize(
    "text",
    [
        "From: Kari\nTo: Ola\n\nHei",  # a note in a mail's manner
        "Date: 2025-01-01\nName: Kari",
        "Subject: x",
        "--\nKari Eksempel\nEksempel AS",  # a signature
        "-- \r\nContent: x",
        "key: value\nother: value\n",
    ],
)
def test_text_that_looks_a_little_like_it_is_text(text: str) -> None:
    assert leaves(body(text.encode())) == {"$": text}


def test_a_record_that_says_it_is_json_is_no_mail() -> None:
    assert body(b"From: a\nTo: b\nMessage-ID: c\n\n", "application/json").reasons == ("json.invalid",)


def test_mails_in_mails_are_followed_to_a_depth_and_the_rest_is_text() -> None:
    made = mail("kjernen")
    for _ in range(12):
        outer = mail("ytre")
        outer.add_attachment(made)
        made = outer
    message = body(made.as_bytes())
    assert message.reasons == ("budget.depth",)
    assert any("kjernen" in text for text in leaves(message).values())


@pytest.mark.parametrize(
    "data",
    [
        b"MIME-Version: 1.0\nFrom: a\nTo: b\nContent-Type: multipart/mixed; boundary=x\n\n" + b"--x\n\n" * 200_000,
        b"MIME-Version: 1.0\nFrom: a\nTo: b\nContent-Type: multipart/mixed; boundary=" + b"x" * 5000 + b"\n\n" + b"--x" * 200_000,
        b"From: a\nTo: b\nReceived: " + b"=?" * 200_000,
        b"From: a\nTo: b\nReceived: x" + b"\n y" * 200_000,
        b"From: a\nTo: b\nSubject: " + b"=?utf-8?q?a?= " * 500 + b"\n\nx",
        b"From: a\nTo: b\nMIME-Version: 1\nContent-Type: text/plain; " + b"a*0*=x;" * 1000 + b"\n\nx",
        b"--x\r\nContent-Disposition: form-data; name=" + b'"\\' * 3000 + b"\r\n\r\nx\r\n--x--",
        random.Random(4).randbytes(300_000).replace(b"a", b"\n--x\nContent-Type: a/b\n\n"),
    ],
)
@pytest.mark.parametrize("media_type", ["message/rfc822", "multipart/mixed", None])
def test_no_mail_is_too_broken(data: bytes, media_type: str | None) -> None:
    assert len(body(data, media_type).leaves) <= 20_000


_VALUES = st.text("abæ\n-=", max_size=10).map(lambda text: text.replace("--", "").strip())


@given(st.lists(_VALUES, min_size=1, max_size=5), st.booleans())
def test_every_field_of_a_form_is_read(values: list[str], packed: bool) -> None:
    data = b""
    for number, value in enumerate(values):
        data += f'--sep\r\nContent-Disposition: form-data; name="n{number}"\r\n'.encode()
        data += b"Content-Transfer-Encoding: base64\r\n\r\n" if packed else b"\r\n"
        data += (base64.encodebytes(value.encode()) if packed else value.encode()) + b"\r\n"
    message = body(data + b"--sep--\r\n", "multipart/form-data")
    assert leaves(message) == {f"$.n{number}": value for number, value in enumerate(values) if value}
