"""What spares the long way in long texts is what the long way would say."""

from hypothesis import given, settings
from hypothesis import strategies as st
from stdnum.no import kontonr

from streams.inspect.detect import norway
from streams.inspect.detect.identifiers import weighted

digits = st.text("0123456789", min_size=10, max_size=10).map(lambda ten: [ten + last for last in "0123456789"])


@given(st.one_of(digits, digits.map(lambda numbers: ["0000" + number[4:] for number in numbers])))
@settings(max_examples=1500, deadline=None)
def test_without_its_second_check_digit_a_number_is_neither_a_persons_nor_an_account(numbers: list[str]) -> None:
    for number in numbers:
        if weighted(number, norway.SECOND) % norway.ELEVEN:
            assert norway.read_fodselsnummer(number) is None
            assert norway.read_of_2032(number) is None
            assert norway._remainder(number) is None
            assert number.startswith(norway.POSTGIRO) or not kontonr.is_valid(number)


@given(st.lists(st.integers(0, 9), min_size=1, max_size=20), st.lists(st.integers(1, 18), min_size=1, max_size=20))
def test_digits_are_weighted_one_by_one(number: list[int], weights: list[int]) -> None:
    assert weighted("".join(map(str, number)), weights) == sum(a * b for a, b in zip(number, weights, strict=False))
