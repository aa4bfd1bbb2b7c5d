"""Log lines: one JSON object each on stderr, errors named and never quoted, libraries kept from saying what they carry."""

import io
import json
import logging
from collections.abc import Callable, Iterator

import pytest
import structlog

from streams import logs

PERSON = "kari@example.org"
Lines = Callable[[], list[dict[str, object]]]


@pytest.fixture
def lines() -> Iterator[Lines]:
    """What has been written; root handlers, levels and structlog are put back afterwards."""
    root = logging.getLogger()
    handlers, level, raises = list(root.handlers), root.level, logging.raiseExceptions
    levels = {name: logging.getLogger(name).level for name in (*logs.PINNED, *logs.QUIET)}
    logs.configure("debug")
    written = io.StringIO()
    (handler,) = root.handlers
    assert isinstance(handler, logging.StreamHandler)
    handler.setStream(written)
    try:
        yield lambda: [json.loads(line) for line in written.getvalue().splitlines()]
    finally:
        root.handlers[:] = handlers
        root.setLevel(level)
        logging.raiseExceptions = raises
        for name, old in levels.items():
            logging.getLogger(name).setLevel(old)
        structlog.reset_defaults()


def test_an_event_is_a_line_with_its_name_and_ids(lines: Lines) -> None:
    structlog.get_logger("spor.test").info("flow.tagged", flow="f_1", findings=3)
    (line,) = lines()
    assert (line["event"], line["flow"], line["findings"], line["level"]) == ("flow.tagged", "f_1", 3, "info")


def test_an_exception_is_named_with_its_place_and_not_quoted(lines: Lines) -> None:
    try:
        raise ValueError(PERSON)
    except ValueError as wrong:
        structlog.get_logger("spor.test").error("it.failed", exc_info=True)
        logging.getLogger("some.library").exception("failed: %r", wrong)
        logging.getLogger("some.library").warning("failed: %(why)s", {"why": wrong})
    found = lines()
    assert len(found) == 3
    assert PERSON not in json.dumps(found)
    assert found[0]["error"] == "ValueError"
    assert str(found[0]["where"]).startswith("tests/tap/test_logs.py:")
    assert found[1]["event"] == "failed: 'ValueError'"


@pytest.mark.parametrize("name", ["faust.topics", "faust.channels", "aiokafka.consumer", "presidio-analyzer", "librdkafka"])
def test_libraries_do_not_say_what_they_carry_at_any_level(name: str, lines: Lines) -> None:
    logging.getLogger(name).debug("sending %r", PERSON)
    logging.getLogger(name).info("sending %r", PERSON)
    assert lines() == []


def test_an_unknown_level_is_refused() -> None:
    with pytest.raises(logs.UnknownLevel, match="debug, info, warning, error"):
        logs.configure("loud")
