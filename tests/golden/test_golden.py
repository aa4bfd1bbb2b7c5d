"""Records that were written once stay readable, and are written the same way still."""

import orjson
import pytest

from schemas.model import Unreadable
from tests.golden.records import HERE, MODELS, records

NAMES = sorted(MODELS)


def stored(name: str) -> bytes:
    return (HERE / f"{name}.json").read_bytes().removesuffix(b"\n")


def test_there_is_one_of_each_record() -> None:
    assert sorted(path.stem for path in HERE.iterdir()) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_stored_record_is_read_and_written_back_byte_for_byte(name: str) -> None:
    assert MODELS[name].read(stored(name)).canonical() == stored(name)


@pytest.mark.parametrize("name", NAMES)
def test_the_same_flows_still_give_the_stored_record(name: str) -> None:
    assert records()[name].canonical() == stored(name)


@pytest.mark.parametrize("name", NAMES)
def test_fields_of_a_later_version_are_left_aside(name: str) -> None:
    later = orjson.loads(stored(name)) | {"field_of_a_later_version": {"deep": [1]}}
    assert MODELS[name].read(orjson.dumps(later)).canonical() == stored(name)


@pytest.mark.parametrize("name", NAMES)
def test_a_record_that_lacks_a_field_is_refused_without_a_word_of_its_content(name: str) -> None:
    said = orjson.loads(stored(name))
    first = next(key for key in MODELS[name].model_json_schema(by_alias=True)["required"])
    del said[first]
    said["unexpected"] = "kari@example.org"
    with pytest.raises(Unreadable) as refused:
        MODELS[name].read(orjson.dumps(said))
    assert first in str(refused.value) and "kari" not in str(refused.value)


def test_numbers_are_whole_and_text_is_utf8_without_spaces() -> None:
    for name in NAMES:
        assert stored(name) == orjson.dumps(orjson.loads(stored(name)), option=orjson.OPT_SORT_KEYS)
        assert b'"score":"0.95"' in stored(name) or b"score" not in stored(name)
