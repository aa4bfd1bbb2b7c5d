"""Exports that cannot be imported, or mean harm: each is refused at its JSON pointer, and nothing of its content is repeated."""

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner, Result

from schemas.model import SporError
from streams.cli.policy_import import OUT, importing
from streams.policy.connxio import imported
from streams.policy.definition import Refused
from streams.policy.load import load
from streams.policy.written import written
from tests.policy.definitions import FLOW_ID, SECRET, Json, adapter, definition, entries, saved, step, sub, webhook

ODD = f"{SECRET} kari@example.org"


def refusal(data: bytes | Any) -> Refused:
    with pytest.raises(Refused) as refused:
        written(imported(data if isinstance(data, bytes) else json.dumps(data).encode()))
    assert SECRET not in str(refused.value) and "kari" not in str(refused.value)
    return refused.value


@pytest.mark.parametrize(
    ("made", "at", "says"),
    [
        ([], "", "holds no integration"),
        ({"integrations": []}, "", "holds no integration"),
        (ODD, "", "neither an integration's definition"),
        ([ODD], "/0", "wants an object"),
        ([definition(), None], "/1", "wants an object"),
        ({}, "", "lacks configCorrelationId"),
        ([definition(configCorrelationId=None)], "/0", "lacks configCorrelationId"),
        ([definition(configCorrelationId=" ")], "/0", "lacks configCorrelationId"),
        ([definition(configCorrelationId=[ODD])], "/0/configCorrelationId", "wants a text"),
        ([definition(), definition(configCorrelationId=FLOW_ID.upper())], "/1", "has the configCorrelationId of /0"),
        ({"integrations": [definition(subIntegrations=[])]}, "/integrations/0/subIntegrations", "names no sub-integration"),
        ([definition(subIntegrations=ODD)], "/0/subIntegrations", "wants a list"),
        ([definition(subIntegrations=[ODD])], "/0/subIntegrations/0", "wants an object"),
        ([definition(sender={"name": ODD})], "/0/sender", "wants a text"),
        ([definition(sender="\ud800")], "/0/sender", "half of a surrogate pair"),
        ([definition(enabled=ODD)], "/0/enabled", "wants true or false"),
        ([definition(loggingWebhooks=[webhook(logLevel=ODD)])], "/0/loggingWebhooks/0/logLevel", "no log level"),
        ([definition(loggingWebhooks=[webhook(logLevel=9)])], "/0/loggingWebhooks/0/logLevel", "no log level"),
        ([definition(loggingWebhooks={"a": ODD})], "/0/loggingWebhooks", "wants a list"),
        ([definition(loggingWebhooks=[webhook(endpointURL=True)])], "/0/loggingWebhooks/0/endpointURL", "wants a text"),
        ([definition(inboundConnection=ODD)], "/0/inboundConnection", "wants an object"),
        (
            [definition(sub(outboundConnections=[{"adapterType": "REST", "connectionProperties": f'{{"a": {ODD}'}]))],
            "/0/subIntegrations/0/outboundConnections/0/connectionProperties!",
            "not readable as JSON (line 1, column 7)",
        ),
        (
            [definition(sub(outboundConnections=[{"adapterType": "REST", "connectionProperties": "[1]"}]))],
            "/0/subIntegrations/0/outboundConnections/0/connectionProperties!",
            "wants an object",
        ),
        (
            [definition(sub(outboundConnections=[{"adapterType": "REST", "connectionProperties": json.dumps(json.dumps("x"))}]))],
            "/0/subIntegrations/0/outboundConnections/0/connectionProperties!!!",
            "not readable as JSON",
        ),
        (
            [definition(sub(outboundConnections=[adapter("REST", endpointURL=["https://a.example", ODD])]))],
            "/0/subIntegrations/0/outboundConnections/0/connectionProperties!/endpointURL",
            "wants a text",
        ),
        (
            [definition(sub(transformations=[step("Dataverse", SelectedFields=[{"a": ODD}])]))],
            "/0/subIntegrations/0/transformations/0/properties!/selectedFields/0",
            "wants a text",
        ),
    ],
)
def test_a_definition_that_cannot_be_read_for_certain_is_refused_at_its_place(made: Any, at: str, says: str) -> None:
    refused = refusal(made)
    assert refused.at == at and says in refused.says


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "not readable as JSON (line 1, column 1)"),
        (b'{"a": ', "not readable as JSON"),
        (b'{"a": NaN}', "not readable as JSON"),
        (b'{"a": 1} trailing', "not readable as JSON"),
        (b'{"a": ' + b"9" * 5_000 + b"}", "not readable as JSON"),
        (b"[" * 200_000, "nested too deep"),
        (b'{"a":' * 200_000, "nested too deep"),
        (b"\xff\xfe\x00", "not readable as UTF-8 or UTF-16"),
        (b'{"a": "\xc3"}', "not readable as UTF-8 or UTF-16"),
        (b"<Integration/>", "not readable as JSON"),
    ],
)
def test_what_is_no_json_is_refused(data: bytes, says: str) -> None:
    assert says in refusal(data).says


def test_too_large_an_export_is_refused_before_it_is_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("streams.policy.definition.MAX_BYTES", 100)
    assert "export fewer" in refusal(b" " * 101).says


def test_a_registry_too_large_to_be_read_back_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("streams.policy.written.MAX_BYTES", 1_000)
    assert "export fewer" in refusal([definition(), definition(configCorrelationId="b")]).says


@pytest.mark.parametrize(
    ("twice", "refused"),
    [
        ('"sender": "ERP", "Sender": "CRM"', True),
        ('"sender": "ERP", "sender": "CRM"', True),
        ('"sender": "ERP", "Sender": "ERP"', False),
        ('"sender": null, "Sender": "ERP"', False),
        ('"unused": "a", "Unused": "b"', False),
    ],
)
def test_a_key_that_stands_twice_and_differently_is_refused_where_it_matters(twice: str, refused: bool) -> None:
    made = json.dumps({k: v for k, v in definition().items() if k != "sender"})
    data = f"{made[:-1]}, {twice}}}".encode()
    if refused:
        assert (refusal(data).at, "twice" in refusal(data).says) == ("/sender", True)
    else:
        assert imported(data)


HOSTILE: st.SearchStrategy[Any] = st.sampled_from(
    [
        *(
            None,
            True,
            0,
            7,
            1.5,
            "",
            " ",
            "{",
            "{file:a}",
            "null",
            "true",
            "- a: b",
            "# x",
            "&a *a",
            "!!x",
            "NO",
            "a: b\nc",
            "\x00",
            "\x85",
            "\u2028",
        ),
        *(
            "https://u:p@h.example/x?y",
            "https://{a}/",
            "Endpoint=sb://n.example/;K=v",
            "{}",
            '{"url": "ftp://h.example"}',
            "[",
            '"',
            "'",
            "\ud800",
        ),
        *([], {}, [None], ["a"], [{}], {"a": 1}),
    ]
)
TEXTS = st.text(max_size=20)
PLACES = [
    *(("name",), ("sender",), ("receiver",), ("transactionType",), ("configCorrelationId",), ("enabled",), ("archived",), ("removeBom",)),
    *(("loggingWebhooks",), ("loggingWebhooks", 0, "endpointURL"), ("loggingWebhooks", 0, "logLevel"), ("internalLoggingOptions",)),
    *(("inboundConnection",), ("inboundConnection", "connectionProperties"), ("inboundConnection", "adapterType"), ("subIntegrations",)),
    *((("subIntegrations", 0, key)) for key in ("subintegrationName", "receiver", "transformations", "outboundConnections", "enabled")),
    *((("subIntegrations", 0, "transformations", 0, key)) for key in ("transformationType", "properties", "enabled")),
    *((("subIntegrations", 0, "outboundConnections", 0, key)) for key in ("adapterType", "connectionProperties", "ackOptions")),
]


def _put(made: Any, place: tuple[str | int, ...], value: Any) -> None:
    """Set a value where there is a place for it: an earlier change may have taken it away."""
    try:
        for part in place[:-1]:
            made = made[part]
        made[place[-1]] = deepcopy(value)
    except (TypeError, KeyError, IndexError):
        return


@given(st.dictionaries(st.sampled_from(PLACES), HOSTILE | TEXTS, max_size=5))
def test_any_definition_becomes_a_registry_that_loads_or_is_refused_with_a_pointer(changes: dict[tuple[str | int, ...], Any]) -> None:
    made = definition(sub(transformations=[step("Dataverse", Operation=1)]))
    for place in sorted(changes, key=len):
        _put(made, place, changes[place])
    try:
        text = written(imported(json.dumps([made]).encode()))
    except Refused as refused:
        assert refused.at.startswith("/0")
        return
    (flow,) = entries(text)
    assert flow.controller is None and flow.match.flow_id == (str(made["configCorrelationId"]).strip(),)
    if isinstance(made["sender"], str) and "{" not in made["sender"] and made["sender"].strip():
        assert flow.contract is not None and made["sender"].strip() in flow.contract.sender


@given(
    st.binary(max_size=60)
    | st.recursive(HOSTILE, lambda below: st.lists(below) | st.dictionaries(TEXTS, below)).map(lambda v: json.dumps(v).encode())
)
def test_any_bytes_are_imported_or_refused(data: bytes) -> None:
    try:
        imported(data)
    except Refused as refused:
        assert refused.says


def run(*arguments: str) -> Result:
    return CliRunner().invoke(importing, ["connxio", *arguments])


def test_the_command_prints_the_registry(tmp_path: Path) -> None:
    result = run(str(saved(tmp_path / "in.json", definition())))
    assert result.exit_code == 0 and len(entries(result.stdout)) == 1


def test_the_command_writes_into_a_policies_folder_and_says_what_is_open(tmp_path: Path) -> None:
    out = tmp_path / "policies"
    result = run(str(saved(tmp_path / "in.json", definition(receiver="{file:a}"))), "--out", str(out))
    assert result.exit_code == 0 and "/0/receiver: no constant" in result.stdout and "1 flows in" in result.stdout
    assert len(load(out).entries) == 1


def test_an_earlier_import_is_not_replaced_unless_told_to(tmp_path: Path) -> None:
    file, out = saved(tmp_path / "in.json", definition()), tmp_path / "policies"
    assert run(str(file), "--out", str(out)).exit_code == 0
    assert run(str(file), "--out", str(out)).exit_code == 0  # nothing was decided in it: the same again
    decided = (out / OUT).read_text("utf-8").replace("undecided", "webshop-no")
    (out / OUT).write_text(decided, "utf-8")
    refused = run(str(file), "--out", str(out))
    assert isinstance(refused.exception, SporError) and "earlier import" in str(refused.exception)
    assert (out / OUT).read_text("utf-8") == decided
    assert run(str(file), "--out", str(out), "--replace").exit_code == 0
    assert "controller: undecided" in (out / OUT).read_text("utf-8")


def test_programs_read_a_line_per_flow_and_a_summary(tmp_path: Path) -> None:
    result = run(str(saved(tmp_path / "in.json", definition())), "--json")
    flow, summary = (json.loads(line) for line in result.stdout.splitlines())
    assert (flow["flow"]["controller"], flow["at"], summary["flows"]) == ("undecided", "/0/subIntegrations/0", 1)


def test_a_refusal_names_the_file_and_the_place(tmp_path: Path) -> None:
    made: Json = definition(subIntegrations=None)
    refused = run(str(saved(tmp_path / "in.json", made)))
    assert isinstance(refused.exception, SporError)
    assert str(refused.exception).startswith(f"{tmp_path}/in.json: /0/subIntegrations: names no sub-integration")


def test_a_file_that_is_not_there_is_wrong_use() -> None:
    assert run("/no/such/file").exit_code == 2
