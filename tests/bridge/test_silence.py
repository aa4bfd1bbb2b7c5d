"""What a caller says stays out of log, metrics and answers: bodies, queries, header values, names that it makes up."""

import io
import json
import logging
from collections.abc import Callable, Iterator

import pytest
import structlog
from prometheus_client.parser import text_string_to_metric_families

from streams import logs
from tests.bridge.conftest import KEY, SECRET, House

VALUE = "kari.eksempel@example.org"


Lines = Callable[[], list[dict[str, object]]]


@pytest.fixture
def lines() -> Iterator[Lines]:
    """The log's lines; handlers and levels are put back afterwards."""
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    levels = {name: logging.getLogger(name).level for name in logs.PINNED}
    logs.configure("info")
    written = io.StringIO()
    for handler in root.handlers:
        assert isinstance(handler, logging.StreamHandler)
        handler.setStream(written)
    yield lambda: [json.loads(line) for line in written.getvalue().splitlines()]
    root.handlers[:] = handlers
    root.setLevel(level)
    for name, old in levels.items():
        logging.getLogger(name).setLevel(old)
    structlog.reset_defaults()


async def everything(house: House) -> str:
    """Calls of every kind, each with a value everywhere; what was answered, as one text."""
    answers = [
        await house.post(f"/v1/connxio?mail={VALUE}", f'{{"mail":"{VALUE}"}}'.encode(), X_Api_Key=KEY, X_Note=VALUE, Content_Type=VALUE),
        await house.post("/v1/connxio", VALUE.encode(), X_Api_Key=VALUE),
        await house.post(f"/v1/{VALUE}", VALUE.encode(), X_Api_Key=KEY),
        await house.post(f"/{VALUE}", VALUE.encode()),
        await house.client.request(VALUE.partition("@")[0].upper(), "/v1/connxio", content=VALUE.encode()),
        await house.send(VALUE.encode() * 1000),
        await house.send(VALUE.encode(), Content_Encoding=VALUE),
        await house.post("/v1/superoffice", VALUE.encode(), X_SuperOffice_Signature=VALUE),
    ]
    assert {a.status_code for a in answers} == {200, 401, 404, 405, 413, 415}
    return "".join(a.text + str(a.headers) for a in answers)


async def test_no_value_is_in_log_metrics_or_answers(house: House, lines: Lines) -> None:
    answered = await everything(house)
    assert len(lines()) == 8
    said = json.dumps(lines()) + house.metrics.text().decode() + answered
    for secret in (VALUE, VALUE.partition("@")[0], VALUE.upper(), KEY, SECRET):
        assert secret not in said


async def test_a_call_is_one_line_of_facts(house: House, lines: Lines) -> None:
    await house.send(b"[{},{}]", X_Delivery_Id=VALUE)
    line = lines()[-1]
    assert {k: line[k] for k in ("event", "level", "method", "source", "status", "bytes", "records")} == {
        "event": "bridge.call", "level": "info", "method": "POST", "source": "connxio", "status": 200, "bytes": 7, "records": 2
    }  # fmt: skip
    assert line.keys() == {"event", "level", "timestamp", "method", "source", "status", "bytes", "records", "ms", "delivery"}
    assert line["delivery"] != VALUE


async def test_a_refusal_says_why(house: House, lines: Lines) -> None:
    await house.post("/v1/nobody", X_Api_Key=KEY)
    await house.client.request("BREW", "/v1/connxio")
    assert [(line["method"], line["source"], line["status"], line["reason"]) for line in lines()] == [
        ("POST", "-", 401, "unauthorized"),
        ("other", "-", 405, "elsewhere"),
    ]


async def test_labels_are_configured_sources_and_codes_alone(house: House) -> None:
    await everything(house)
    families = text_string_to_metric_families((await house.client.get("/metrics")).text)
    labels = {(name, value) for family in families for sample in family.samples for name, value in sample.labels.items() if name != "le"}
    assert labels == {("source", s) for s in ("connxio", "superoffice", "-")} | {
        ("status", s) for s in ("200", "401", "404", "405", "413", "415")
    }
