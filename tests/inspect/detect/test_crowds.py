"""A few numbers that pass a check among many of their length are chance; one that is told, or written as people write it, is not."""

from random import Random

from benchmarks.issuers import digits, norwegian, polish
from streams.inspect.detect.detector import Detector
from tests.inspect.detect.build import found


def rows(numbers: list[str], key: str = "x1") -> dict[str, list[dict[str, str]]]:
    return {"rows": [{key: number} for number in numbers]}


def crowd(count: int, length: int) -> list[str]:
    return [digits(Random(f"{length}/{at}"), length) for at in range(count)]  # seeded: always the same


FNR = "30108299939"


def test_random_ids_of_a_table_are_nobodys(detector: Detector) -> None:
    for length in (10, 11, 13, 15):
        assert found(detector, rows(crowd(200, length))) == set(), length


def test_one_number_among_many_of_its_kind_is_chance(detector: Detector) -> None:
    assert found(detector, rows([*crowd(40, 11), FNR])) == set()


def test_but_not_where_its_field_says_what_it_is(detector: Detector) -> None:
    assert (("rows", 40, "fnr"), "NO_FODSELSNUMMER") in found(detector, rows([*crowd(40, 11), FNR], "fnr"))


def test_nor_among_few(detector: Detector) -> None:
    assert (("rows", 10, "x1"), "NO_FODSELSNUMMER") in found(detector, rows([*crowd(10, 11), FNR]))


def test_nor_among_values_of_another_kind(detector: Detector) -> None:
    for others in (crowd(40, 9), [f"SO-{number}" for number in crowd(40, 6)], ["" for _ in range(40)]):
        assert (("rows", 40, "x1"), "NO_FODSELSNUMMER") in found(detector, rows([*others, FNR]))


def test_nor_as_people_write_it(detector: Detector) -> None:
    assert (("rows", 40, "x1"), "NO_FODSELSNUMMER") in found(detector, rows([*crowd(40, 11), "301082 99939"]))


def test_nor_in_another_field(detector: Detector) -> None:
    assert (("person",), "NO_FODSELSNUMMER") in found(detector, {**rows(crowd(40, 11)), "person": FNR})


def test_a_column_of_identifiers_is_found_whole_also_where_it_is_mixed(detector: Detector) -> None:
    rng = Random(7)
    mixed = [norwegian(rng).replace(" ", "") if at % 2 else polish(rng) for at in range(60)]
    assert {path for path, _ in found(detector, rows(mixed))} == {("rows", at, "x1") for at in range(60)}
