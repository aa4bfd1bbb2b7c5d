"""A document of each format is read back to exactly the values that were marked in it, at the paths that were said."""

import base64
import json

import pytest

from streams.inspect.decode.message import decode
from streams.inspect.paths import render
from streams.inspect.unwrap.record import unwrap
from streams.inspect.words import Budget
from streams.traffic.formats.elements import Xml, element, leaf
from streams.traffic.formats.interchanges import Interchange, segment
from streams.traffic.formats.ledgers import Ledger
from streams.traffic.formats.tables import Table
from streams.traffic.formats.texts import Form, Lines, Prose
from streams.traffic.marks import Inside, Personal, in_body, text, written
from tests.messages import record

NAME, MAIL = Personal('Zø & <Qvår>; "O\'Vånd"', "PERSON"), Personal("zq7+a@example.org", "EMAIL_ADDRESS")
EDI = Interchange(
    (
        segment("UNB", ("UNOC", "3"), "1", "2", ("260115", "0930"), "7"),
        segment("UNH", "1", ("ORDERS", "D", "96A", "UN")),
        segment("NAD", "BY", ("70800000", "", "9")),
        segment("NAD", "UD", "", "", NAME),
        segment("COM", (MAIL, "EM")),
        segment("UNT", "5", "1"),
        segment("UNZ", "1", "7"),
    ),
    broken_lines=True,
)
ADDRESS = ("ADRESS", (Personal('Q "Ö" Z\\', "PERSON"), "Väg 1"))
SIE = Ledger((("FLAGGA", ("0",)), ADDRESS, ("VER", ("A", "1", "20260115", text("Till ", MAIL)))))


@pytest.mark.parametrize(
    ("document", "paths"),
    [
        (Xml(element("a:r", leaf("a:n", NAME), leaf("m", text("to ", MAIL), kind="x"))), ["/r/n", "/r/m"]),
        (Xml(element("r", leaf("n", NAME), leaf("n", MAIL))), ["/r/n[1]", "/r/n[2]"]),
        (Xml(element("r", element("p", id=MAIL), element("q:p", leaf("n", NAME)))), ["/r/p[1]/@id", "/r/p[2]/n"]),
        (Xml(element("r", leaf("d", Inside({"n": [NAME]})))), ["/r/d!$.n[0]"]),
        (Table(("Nr", "Name", "E-Mail"), [("1", NAME, ""), ("2", "", MAIL)]), ["[0].Name", "[1].E-Mail"]),
        (Table(("a", "b", "c"), [("12", "7038010009457", MAIL), ("13", "7038010009464", NAME)], header=False), ["[0].#2", "[1].#2"]),
        (EDI, ["NAD[2]/4.1", "COM[1]/1.1"]),
        ({"doc": Inside(EDI)}, ["$.doc!NAD[2]/4.1", "$.doc!COM[1]/1.1"]),
        (SIE, ["[1].ADRESS.kontakt", "[2].VER.vertext"]),
        (Form({"first name": NAME, "mail": MAIL}), ["$['first name']", "$.mail"]),
        (Form({"x": "1", "saml": Inside(Xml(element("R", leaf("N", NAME))), base64=True)}), ["$.saml!/R/N"]),
        (Lines([{"n": NAME}, {"m": [MAIL]}]), ["[0].n", "[1].m[0]"]),
        (Prose(text("<html><body>", MAIL, "</body></html>"), "text/html"), ["$"]),
    ],
)
def test_a_marked_value_is_read_back_at_its_path(document, paths):
    said, plants = written(document, in_body)
    assert [p.path for p in plants] == paths
    read = {render(leaf.path): leaf.text for leaf in _leaves(said)}
    for plant in plants:
        assert plant.value in read[plant.path]


def _leaves(said: str):
    """Of the text as a body, its charset declared."""
    value = {"interchangeId": "i", "eventFired": "2026-01-15T09:00:00Z", "logContentEncoding": "utf-8"}
    content = {"secondaryContent": base64.b64encode(said.encode()).decode()}
    (envelope,) = unwrap(record(json.dumps(value | content).encode()))
    return [leaf for leaf in decode(envelope, Budget()).leaves if leaf.place == "body"]
