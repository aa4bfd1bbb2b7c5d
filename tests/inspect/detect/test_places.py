"""Positions and addresses of places are nobody's; those of somebody, or of a device on its way, are told from them."""

from typing import Any

import pytest

from streams.inspect.detect.detector import Detector
from tests.inspect.detect.build import found

HERE = {"lat": 59.9139, "lon": 10.7522}
GEOMETRY = {"type": "Point", "coordinates": [10.7522, 59.9139]}
PLACES: dict[str, Any] = {
    "weather": {"coord": HERE, "weather": [{"main": "Clouds"}], "name": "Oslo", "wind": {"speed": 3.1}},
    "airports": [{"iata": "OSL", "name": "Oslo lufthavn", "city": "Gardermoen", **HERE}],
    "bikes for hire": {"stations": [{"station_id": "s1", "address": "Storgata 3", "post_code": "0155", "capacity": 9, **HERE}]},
    "towns": [{"zip_code": "0155", "city": "Oslo", "state": "Oslo", "county": "Oslo", **HERE}],
    "chargers": {"id": "LOC1", "address": "Storgata 3", "city": "Oslo", "coordinates": HERE, "evses": [{"uid": "3256"}]},
    "a map": {"features": [{"type": "Feature", "geometry": GEOMETRY, "properties": {"name": "Oslo S", "city": "Oslo"}}]},
    "shops": {"stores": [{"storeName": "Torget", **HERE}]},
}  # fmt: skip
SOMEBODYS: dict[str, Any] = {
    "a position alone": HERE,
    "a device": {"deviceId": "d-1", "station_id": "s1", **HERE},
    "a rider": {"user_id": 4711, "weather": "rain", "start": HERE},
    "a customer": {"email": "kari@example.org", "city": "Oslo", "population": 3, **HERE},
    "a tracked feature": {"type": "Feature", "geometry": GEOMETRY, "properties": {"imei": "490154203237518"}},
    "a customer on a map": {"type": "Feature", "geometry": GEOMETRY, "properties": {"firstName": "Kari", "lastName": "Eksempel"}},
    "an address": {"customer": {"address": {"city": "Oslo", "zip": "0155", **HERE}}},
}


@pytest.mark.parametrize("body", PLACES.values(), ids=PLACES)
def test_a_place_is_nobodys(body: Any, detector: Detector) -> None:
    assert {entity for _, entity in found(detector, body)} == set()


@pytest.mark.parametrize("body", SOMEBODYS.values(), ids=SOMEBODYS)
def test_a_position_of_somebody_or_of_their_device_is_found(body: Any, detector: Detector) -> None:
    assert len({path for path, entity in found(detector, body) if entity == "GEO"}) == 2


def test_the_sex_of_an_animal_is_nobodys(detector: Detector) -> None:
    assert found(detector, {"species": "Adelie", "sex": "MALE"}) == set()
    assert found(detector, {"name": "Kari Eksempel", "email": "kari@example.org", "sex": "F"}) >= {(("sex",), "GENDER")}


def test_a_crime_beside_a_name_is_somebodys(detector: Detector) -> None:
    assert (("crime",), "CRIMINAL_RECORD") in found(detector, {"first_name": "Kari", "last_name": "Eksempel", "crime": "Theft"})
    assert found(detector, {"district": "Sentrum", "crime": "Theft", "count": 12}) == set()


@pytest.mark.parametrize(
    "row",
    [
        {"year": 1850, "age": 5, "sex": "1", "people": 1483789},
        {"country": "Norway", "income": 64304, "population": 5210967, "region": "europe"},
        {"region": "east", "gender": "boy", "count": 14},
        {"year": 1565, "wheat": 41, "wages": 5},
    ],
)
def test_a_row_of_statistics_is_nobodys(row: dict[str, Any], detector: Detector) -> None:
    assert found(detector, [row]) == set()


def test_a_row_about_somebody_is_theirs_though_a_year_stands_in_it(detector: Detector) -> None:
    entities = {entity for _, entity in found(detector, [{"employeeNumber": "10042", "year": 2025, "salary": 612000, "gender": "F"}])}
    assert entities == {"EMPLOYEE_NUMBER", "SALARY", "GENDER"}


@pytest.mark.parametrize(
    "text", ["Saint Vincent and the Grenadines", "St. Vincent and the Grenadines", "ECRIN Metadata of all of the trials"]
)
def test_islands_and_acronyms_are_no_names(text: str, detector: Detector) -> None:
    assert found(detector, {"description": text}) == set()


@pytest.mark.parametrize(
    "address",
    ["git@github.com:eksempel/a.git", "org-6811672@github.com:eksempel/a.git", "git+ssh://git@gitlab.com/a", "ssh://hg@bitbucket.org/a"],
)
def test_the_account_of_a_repository_is_nobodys(address: str, detector: Detector) -> None:
    assert found(detector, {"ssh_url": address}) == set()
