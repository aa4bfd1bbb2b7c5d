"""A document's marks say where each value stands, in the paths of a Flow."""

import pytest

from streams.traffic.marks import Inside, Mixed, Personal, in_body, settle, text

MAIL = Personal("zq7@example.org", "EMAIL_ADDRESS")


@pytest.mark.parametrize(
    ("document", "plain", "path"),
    [
        ({"a": [{"b": MAIL}]}, {"a": [{"b": "zq7@example.org"}]}, "$.a[0].b"),
        ({"a": text("from ", MAIL, ".")}, {"a": "from zq7@example.org."}, "$.a"),
        ({"a": Mixed(("https://x?m=", MAIL), url=True)}, {"a": "https://x?m=zq7%40example.org"}, "$.a"),
        ({"a": Inside({"b": MAIL})}, {"a": '{"b":"zq7@example.org"}'}, "$.a!$.b"),
        ({"a": Inside({"b": Inside([MAIL])})}, {"a": '{"b":"[\\"zq7@example.org\\"]"}'}, "$.a!$.b!$[0]"),
        ({"fødselsdato": MAIL}, {"fødselsdato": "zq7@example.org"}, "$.fødselsdato"),
        ({"first name": MAIL}, {"first name": "zq7@example.org"}, "$['first name']"),
    ],
)
def test_a_value_is_planted_where_it_stands(document, plain, path):
    settled, (plant,) = settle(document, in_body)
    assert settled == plain
    assert (plant.place, plant.path, plant.category, plant.value) == ("body", path, "pd:EmailAddress", "zq7@example.org")


def test_a_personal_key_is_a_plant_and_is_masked_in_the_paths_below_it():
    settled, plants = settle({"who": {MAIL: {"name": Personal("Zq Vånd", "PERSON")}}}, in_body)
    assert settled == {"who": {"zq7@example.org": {"name": "Zq Vånd"}}}
    assert [(p.place, p.path) for p in plants] == [
        ("object_key", "$.who['<EMAIL_ADDRESS>']"),
        ("body", "$.who['<EMAIL_ADDRESS>'].name"),
    ]


def test_a_personal_number_is_written_as_a_number():
    settled, (plant,) = settle({"pay": Personal("512345.67", "SALARY", number=True)}, in_body)
    assert (settled, plant.value) == ({"pay": 512345.67}, "512345.67")


def test_what_is_not_personal_cannot_be_planted():
    with pytest.raises(AssertionError, match="ORGANIZATION_NUMBER"):
        settle({"a": Personal("974760673", "ORGANIZATION_NUMBER")}, in_body)
