"""Files built as the formats have them: every marked value is found at its path, where it stands in the bytes, and nothing else is."""

from collections.abc import Iterator
from pathlib import Path as File

import pytest

from streams.inspect.detect.detector import Detector, standard
from streams.inspect.paths import render
from streams.inspect.tag.subjects import count
from streams.inspect.words import Message
from tests.inspect.decode.reading import BUDGET, body
from tests.inspect.decode.walking_tables import Place, cells, components, marked, unmarked

FILES = File(__file__).parent / "files"
INTERCHANGES = sorted((FILES / "edifact").glob("*.edi"))
TABLES = {  # file: delimiter, whether its first row names the columns, what stands in front of the table
    "payroll-de.cp1252.csv": (";", True, ""),
    "customers-no.utf-8-sig.csv": (",", True, ""),
    "staff-se.utf-16.csv": ("\t", True, ""),
    "leads-nl-without-header.csv": (";", False, ""),
    "contact-no-pairs.csv": (";", False, ""),
    "report-with-title.csv": ("|", True, "order_id|"),
    "stock-nobody.csv": (",", True, ""),
}


@pytest.fixture(scope="module")
def detector() -> Detector:
    return standard()


def encoding(file: File) -> str:
    """The one that its name says, or UTF-8."""
    return file.stem.partition(".")[2] or "utf-8"


def read(file: File) -> tuple[str, list[tuple[int, int, str]], Message]:
    """The file as it would be sent; a charset is declared where the bytes do not tell it themselves."""
    text, marks = unmarked(file.read_bytes().decode("utf-8"))
    charset = encoding(file)
    return text, marks, body(text.encode(charset), "text/csv" if charset == "cp1252" else None, charset if charset == "cp1252" else None)


def found(message: Message, detector: Detector) -> Iterator[tuple[str, str, str]]:
    for finding in detector.find(message, lambda word: False, BUDGET).findings:
        yield render(finding.path), finding.entity, message.leaves[finding.leaf].text[finding.start : finding.end]


def values(places: Iterator[Place]) -> dict[str, str]:
    return {place.path: place.value for place in places}


def test_every_table_of_the_folder_is_described() -> None:
    assert set(TABLES) == {file.name for file in (FILES / "csv").glob("*.csv")}
    assert min(len(TABLES), len(INTERCHANGES)) >= 5


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_read_cell_by_cell_and_what_is_marked_is_found(name: str, detector: Detector) -> None:
    delimiter, header, begins = TABLES[name]
    text, marks, message = read(FILES / "csv" / name)
    places = list(cells(text, delimiter, start=text.index(begins), header=header))
    assert {render(leaf.path): leaf.text for leaf in message.leaves if leaf.text and leaf.path} == values(iter(places))
    assert (message.scanned, message.reasons) == ("full", ())
    if begins:
        places.append(Place("$", 0, text.index(begins), ""))
    assert set(found(message, detector)) == {(path, entity, said.strip('"')) for path, entity, said in marked(iter(places), marks, text)}


@pytest.mark.parametrize("file", INTERCHANGES, ids=lambda file: file.stem)
def test_an_interchange_is_read_component_by_component_and_what_is_marked_is_found(file: File, detector: Detector) -> None:
    text, marks, message = read(file)
    assert {render(leaf.path): leaf.text for leaf in message.leaves} == values(components(text))
    assert (message.scanned, message.reasons) == ("full", ())
    release = text[6] if text.startswith("UNA") else "?"
    assert set(found(message, detector)) == {(p, e, said.replace(release, "")) for p, e, said in marked(components(text), marks, text)}


@pytest.mark.parametrize(
    ("name", "subjects"),
    [
        ("csv/customers-no.utf-8-sig.csv", 3),  # rows, each with a name or an address
        ("csv/staff-se.utf-16.csv", 2),
        ("csv/leads-nl-without-header.csv", 3),
        ("csv/contact-no-pairs.csv", 1),  # the list of one person's fields
        ("csv/report-with-title.csv", None),  # an address in the title is nobody's row
        ("csv/stock-nobody.csv", 0),
        ("edifact/medref-d93a-patient.edi", 1),  # PNA, and the NAD of the same role
        ("edifact/desadv-d96a-two-messages.edi", 2),  # the party, and a contact with what reaches it
        ("edifact/paxlst-d02b.edi", 3),  # help desk, passenger, crew
        ("edifact/invrpt-d01b-nobody.edi", 0),
    ],
)
def test_a_row_and_a_party_are_one_person(name: str, subjects: int | None, detector: Detector) -> None:
    _, _, message = read(FILES / name)
    assert count(message, detector.find(message, lambda word: False, BUDGET)) == subjects
