"""ConnXio's definitions as registry entries: what they say is there, what they do not say is open, and no secret comes along."""

import json
from pathlib import Path
from typing import Any

import pytest

from schemas.registry import Endpoint, FlowEntry
from streams.policy.connxio import imported, slug
from streams.policy.load import load
from streams.policy.written import written
from tests.policy.definitions import FLOW_ID, SECRET, Json, adapter, definition, entries, entry, notes, step, sub, text_of, webhook


def test_a_definition_becomes_an_entry_whose_controller_a_person_decides() -> None:
    made = entry()
    assert (made.id, made.controller, made.processor) == (f"{FLOW_ID}-orders-to-crm", None, "connxio")
    assert (made.match.platform, made.match.flow_id, made.match.document_type) == ("connxio", (FLOW_ID,), ("Order",))
    assert made.contract is not None
    assert (made.contract.sender, made.contract.receiver, made.contract.pass_through) == (("ERP",), ("CRM",), True)
    assert made.contract.endpoints == (Endpoint(host="api.crm.example", country=None, protocol="https"),)
    assert "controller: undecided" in text_of(definition())


def test_the_output_is_a_registry_that_loads_and_says_the_same_every_time(tmp_path: Path) -> None:
    text = text_of(definition(sub(), sub(subintegrationName="Copy")))
    (tmp_path / "registry.yaml").write_text(text, "utf-8")
    policy = load(tmp_path)
    assert [e.id for e in policy.entries] == [f"{FLOW_ID}-orders-to-crm", f"{FLOW_ID}-copy"]
    assert text == text_of(definition(sub(), sub(subintegrationName="Copy")))


def _wrapped(made: Json, how: str) -> bytes:
    shapes: dict[str, Any] = {
        "alone": made,
        "listed": [made],
        "under integrations": {"integrations": [made]},
        "under integration": {"integration": made},
        "under value": {"Value": [made]},
    }
    return json.dumps(shapes[how]).encode()


@pytest.mark.parametrize("how", ["alone", "listed", "under integrations", "under integration", "under value"])
def test_one_definition_or_a_list_however_a_tool_wrapped_it(how: str) -> None:
    assert len(imported(_wrapped(definition(), how))) == 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_an_export_in_the_encodings_that_shells_save_it_in(encoding: str) -> None:
    (flow,) = imported(json.dumps(definition(sender="Økonomi"), ensure_ascii=False).encode(encoding))
    assert flow.entry["contract"]["sender"] == ["Økonomi"]


def _recased(value: Any, how: Any) -> Any:
    if isinstance(value, dict):
        return {how(key): _recased(below, how) for key, below in value.items()}
    return [_recased(below, how) for below in value] if isinstance(value, list) else value


@pytest.mark.parametrize("how", [str.upper, str.lower, lambda key: key[:1].upper() + key[1:]], ids=["upper", "lower", "pascal"])
def test_keys_in_any_casing_are_the_same_keys(how: Any) -> None:
    assert written(imported(json.dumps(_recased([definition()], how)).encode())) == text_of(definition())


def test_misspelt_keys_that_are_known_are_read() -> None:
    made = definition()
    made["configCorrelatioId"], made["reciever"] = made.pop("configCorrelationId"), made.pop("receiver")
    assert written(imported(json.dumps([made]).encode())) == text_of(definition())


@pytest.mark.parametrize(
    ("changes", "side", "left"),
    [
        ({"receiver": "{file:order.receiver}"}, "receiver", ()),
        ({"receiver": "CRM {env:Stage}"}, "receiver", ()),
        ({"sender": "{userdefinedproperties:system}"}, "sender", ()),
        ({"sender": None}, "sender", ()),
        ({"sender": "  "}, "sender", ()),
        ({"sender": " ERP "}, "sender", ("ERP",)),
    ],
)
def test_a_party_that_is_no_constant_is_left_open_and_said_so(changes: Json, side: str, left: tuple[str, ...]) -> None:
    made = entry(**changes)
    assert made.contract is not None
    assert getattr(made.contract, side) == left
    assert bool(left) is not any("left open" in note for note in notes(**changes))


def test_a_macro_of_one_sub_integration_opens_the_side_for_all_that_match_the_same_messages() -> None:
    made = entry(sub(), sub(subintegrationName="b", receiver="{file:to}"))
    assert made.contract is not None and made.contract.receiver == ()


def test_entries_of_one_integration_carry_the_parties_and_endpoints_of_all() -> None:
    other = sub(subintegrationName="b", receiver="Archive", outboundConnections=[adapter("SFTP", Url="sftp://sftp.archive.example")])
    first, second = entries(text_of(definition(sub(), other)))
    assert first.contract == second.contract
    assert first.contract is not None and first.contract.receiver == ("CRM", "Archive")
    assert [e.host for e in first.contract.endpoints] == ["api.crm.example", "sftp.archive.example"]
    assert [a.host for a in second.adapters if a.direction == "outbound"] == ["sftp.archive.example"]


def test_a_transaction_type_that_is_a_macro_is_not_matched() -> None:
    assert entry(transactionType="{file:type}").match.document_type == ()


@pytest.mark.parametrize(
    ("changes", "passes"),
    [
        ({"transformations": [step("Code", x=1)]}, False),
        ({"transformations": [step("Code", x=1) | {"enabled": False}]}, False),
        ({"transformations": None}, True),
        ({"messageOutboundFormat": "xml"}, False),
        ({"messageOutboundEncoding": "iso-8859-1"}, False),
        ({"messageOutboundFormat": "JSON"}, True),
    ],
)
def test_pass_through_only_where_nothing_at_all_is_done(changes: Json, passes: bool) -> None:
    made = entry(sub(**changes))
    assert made.contract is not None and made.contract.pass_through is passes


@pytest.mark.parametrize(
    ("outside", "inside", "state"),
    [({}, {}, "active"), ({"enabled": False}, {}, "disabled"), ({}, {"enabled": False}, "disabled"), ({"archived": True}, {}, "archived")],
)
def test_disabled_and_archived_integrations_are_flagged(outside: Json, inside: Json, state: str) -> None:
    assert entry(sub(**inside), **outside).state == state


STORAGE = f"DefaultEndpointsProtocol=https;AccountName=acct;AccountKey={SECRET}==;EndpointSuffix=core.windows.net"
BUS = f"Endpoint=sb://ns.servicebus.windows.net/;SharedAccessKeyName=Root;SharedAccessKey={SECRET}="


@pytest.mark.parametrize(
    ("connection", "host", "country", "protocol"),
    [
        (adapter("REST", endpointURL=f"https://user:{SECRET}@api.crm.example:8443/x?sig={SECRET}#f"), "api.crm.example", None, "https"),
        (adapter("REST", EndpointUrl="HTTP://API.CRM.EXAMPLE"), "api.crm.example", None, "http"),
        (adapter("REST", endpointURL="api.crm.example/orders"), "api.crm.example", None, None),
        (adapter("REST", endpointURL="https://api.crm.example/{file:id}?k={env:Key}"), "api.crm.example", None, "https"),
        (adapter("REST", endpointURL="https://a.example.no/"), "a.example.no", None, "https"),
        (
            adapter("REST", endpointURL="https://x.execute-api.eu-north-1.amazonaws.com/"),
            "x.execute-api.eu-north-1.amazonaws.com",
            "SE",
            "https",
        ),
        (adapter("REST", endpointURL="https://a.example", region="North Europe"), "a.example", "IE", "https"),
        (adapter("REST", endpointURL="https://a.example", country="no"), "a.example", "NO", "https"),
        (adapter("REST", endpointURL="https://[2001:db8::1]:443/x"), "2001:db8::1", None, "https"),
        (adapter("REST", endpointURL="https://blåbær.example/"), "xn--blbr-roah.example", None, "https"),
        (adapter("SFTP", Url=f"ftp://u:{SECRET}@ftp.wms.example:21/in", Password=SECRET), "ftp.wms.example", None, "ftp"),
        (adapter("SFTP", Url="files.westeurope.azurecontainer.io:22"), "files.westeurope.azurecontainer.io", "NL", "sftp"),
        (adapter("SFTP", Url="ftp.wms.example:21"), "ftp.wms.example", None, "ftp"),
        (adapter("Email", Host="mail.example.com", HostType="IMAP", UseSsl=True, Password=SECRET), "mail.example.com", None, "imaps"),
        (adapter("AzureStorage", StorageConnectionString=STORAGE, Type="Blob"), "acct.blob.core.windows.net", None, "https"),
        (adapter("AzureStorage", StorageConnectionString=STORAGE, Type="DataLake"), "acct.dfs.core.windows.net", None, "https"),
        (adapter("ServiceBus", TopicConnectionString=BUS), "ns.servicebus.windows.net", None, "sb"),
        (adapter("ServiceBus", TopicConnectionString={"decryptedValue": BUS, "name": "n"}), "ns.servicebus.windows.net", None, "sb"),
    ],
)
def test_an_adapters_host_and_protocol_are_kept_and_nothing_else(connection: Json, host: str, country: str | None, protocol: str) -> None:
    text = text_of(definition(sub(outboundConnections=[connection])))
    (made,) = entries(text)
    (out,) = (a for a in made.adapters if a.direction == "outbound")
    assert (out.host, out.country, out.protocol) == (host, country, protocol)
    assert made.contract is not None and made.contract.endpoints == (Endpoint(host=host, country=country, protocol=protocol),)
    assert SECRET not in text and "sig=" not in text


@pytest.mark.parametrize(
    "connection",
    [
        adapter("REST", endpointURL="https://{env:Host}/x"),
        adapter("REST", endpointURL="{env:BaseUrl}"),
        adapter("SFTP", SecurityConfigId="6f0c"),
        adapter("AzureStorage", StorageConnectionString=STORAGE),  # which of the account's services is not said
        adapter("REST", endpointURL=SECRET),
        adapter("REST", endpointURL="https://"),
        adapter("REST", endpointURL="https://a b.example/"),
        adapter("REST", endpointURL="https://" + "a" * 64 + ".example"),
        {"adapterType": "REST", "connectionProperties": None},
        {"adapterType": "REST", "connectionProperties": "null"},
    ],
)
def test_an_adapter_whose_host_is_not_a_constant_is_registered_without_it_and_noted(connection: Json) -> None:
    made = entry(sub(outboundConnections=[connection]))
    assert made.contract is not None and made.contract.endpoints == ()
    assert [a.host for a in made.adapters if a.direction == "outbound"] == [None]
    assert any("host" in note for note in notes(sub(outboundConnections=[connection])))


def test_where_the_stated_region_and_the_hosts_differ_the_country_is_unknown_and_noted() -> None:
    odd = sub(outboundConnections=[adapter("REST", endpointURL="https://x.eu-north-1.amazonaws.com", region="westeurope")])
    assert [a.country for a in entry(odd).adapters if a.direction == "outbound"] == [None]
    assert any("different countries" in note for note in notes(odd))


def test_a_fallback_and_an_acknowledgement_are_endpoints_too() -> None:
    rest = adapter("REST", endpointURL="https://a.example", RestConnectionPropertiesSecondary={"EndpointURL": "https://b.example"})
    answer = {"sendAck": True, "adapterType": "SFTP", "connectionProperties": json.dumps({"Url": "sftp://ack.example"})}
    made = entry(sub(outboundConnections=[rest | {"ackOptions": answer}]), inboundConnection=adapter("Api") | {"ackOptions": answer})
    assert made.contract is not None
    assert [e.host for e in made.contract.endpoints] == ["ack.example", "a.example", "b.example"]


def test_where_messages_are_fetched_is_an_adapter_and_no_endpoint_of_the_contract() -> None:
    made = entry(inboundConnection=adapter("SFTP", Url="sftp://in.erp.example"))
    assert next((a.direction, a.host) for a in made.adapters) == ("inbound", "in.erp.example")
    assert made.contract is not None and [e.host for e in made.contract.endpoints] == ["api.crm.example"]


def test_a_connection_that_is_switched_off_is_left_out_and_noted() -> None:
    off = sub(outboundConnections=[adapter("REST", endpointURL="https://a.example") | {"enabled": False}])
    assert [a for a in entry(off).adapters if a.direction == "outbound"] == []
    assert any("switched off" in note for note in notes(off))


def test_a_redirect_names_the_flow_that_it_hands_to() -> None:
    made = entry(sub(outboundConnections=[adapter("Redirect", IntegrationId="b7", PreserveInterchangeId=True)]))
    assert [(a.type, a.flow_id) for a in made.adapters if a.direction == "outbound"] == [("Redirect", "b7")]


def _log(made: FlowEntry) -> list[tuple[str | None, str | None, str, bool, bool, bool]]:
    assert made.logging is not None
    return [(w.host, w.country, w.level, w.content, w.metadata, w.enabled) for w in made.logging.webhooks]


HOST = "log.eu-north-1.amazonaws.com"


@pytest.mark.parametrize(
    ("hook", "over", "expected"),
    [
        (webhook(), None, (HOST, "SE", "standard", True, True, True)),
        (webhook(logLevel=0, enabled=False), None, (HOST, "SE", "error", True, True, False)),
        (webhook(logLevel="Never"), None, (HOST, "SE", "off", True, True, True)),
        (webhook(logLevel="Minimum", logMessageContent=None), None, (HOST, "SE", "minimum", False, True, True)),
        (webhook(), {"enabled": True, "logLevel": 4, "logMessageContent": False}, (HOST, "SE", "off", False, True, True)),
        (webhook(), {"enabled": False, "logLevel": 4, "logMessageContent": False}, (HOST, "SE", "standard", True, True, True)),
        (webhook("https://{env:LogHost}/x"), None, (None, None, "standard", True, True, True)),
        (webhook(None), None, (None, None, "standard", True, True, True)),
    ],
)
def test_log_webhooks_are_recorded_with_their_switches(hook: Json, over: Json | None, expected: tuple[Any, ...]) -> None:
    assert _log(entry(sub(loggingWebhookOverrides=over), loggingWebhooks=[hook])) == [expected]


def test_the_service_that_takes_the_content_in_a_webhooks_stead_is_a_receiver_of_content() -> None:
    hook = webhook(
        logMessageContent=False, useExternalContentService=True, externalContentServiceWebhook={"endpointURL": "https://c.example"}
    )
    assert [(host, content) for host, _, _, content, _, _ in _log(entry(loggingWebhooks=[hook]))] == [(HOST, False), ("c.example", True)]


def test_the_platforms_own_log_is_recorded() -> None:
    log = entry(internalLoggingOptions={"logLevel": 3, "logMessageContent": True, "logMetaData": False}).logging
    assert log is not None and (log.level, log.content, log.metadata) == ("verbose", True, False)
    silent = entry(internalLoggingOptions=None).logging
    assert silent is not None and (silent.level, silent.content) == ("off", False)


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (step("Dataverse", Operation=1, EntityName="contact", SelectedFields=[]), ("dataverse", None, "contact", ())),
        (step("Dataverse", Operation="GET", EntityName="contact", SelectedFields="a, b,"), ("dataverse", None, "contact", ("a", "b"))),
        (step("Dataverse", Operation=1, EntityName="contact", SelectedFields=["a"]), ("dataverse", None, "contact", ("a",))),
        (step("DataCollection", Url="https://look.example/{file:id}"), ("data-collection", "look.example", None, ())),
        (step("REST", EndpointURL="https://look.example/"), ("rest", "look.example", None, ())),
    ],
)
def test_look_ups_are_recorded(made: Json, expected: tuple[Any, ...]) -> None:
    assert [(e.kind, e.host, e.entity, e.fields) for e in entry(sub(transformations=[made])).enriches] == [expected]


def test_a_step_that_is_switched_off_and_one_that_stays_inside_look_nothing_up() -> None:
    off = step("REST", EndpointURL="https://look.example/") | {"enabled": False}
    assert entry(sub(transformations=[off, step("InlineScript", script="…"), step("Delay")])).enriches == ()


def test_a_look_up_that_is_sent_the_message_is_an_endpoint() -> None:
    asked = step("REST", EndpointURL="https://look.example/", UseContentAsRequestBody=True)
    made = entry(sub(transformations=[asked]))
    assert made.contract is not None and "look.example" in [e.host for e in made.contract.endpoints]


def test_a_step_that_writes_to_dataverse_delivers_and_looks_nothing_up() -> None:
    made = entry(sub(transformations=[step("Dataverse", Operation=2, SchemaId="s_1")]))
    assert made.enriches == () and [a.type for a in made.adapters if a.direction == "outbound"] == ["Dataverse", "REST"]


def test_names_that_come_out_alike_get_numbers() -> None:
    made = entries(text_of(definition(*(sub(subintegrationName=name) for name in ("A b", "a-B", "", "ø", None, "日本")))))
    ids = [e.id.removeprefix(FLOW_ID + "-") for e in made]
    assert ids == ["a-b", "a-b-2", "66f8d203-0000-4000-8000-000000000000", "o", "66f8d203-0000-4000-8000-000000000000-2", "6"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Ordre til ERP (ny)", "ordre-til-erp-ny"), ("Lønn & Ærlighet", "lonn-aerlighet"), ("é", "e"), ("…", ""), ("a" * 99, "a" * 50)],
)
def test_a_name_as_an_id(text: str, expected: str) -> None:
    assert slug(text, 50) == expected


def test_a_name_cannot_break_out_of_its_comment() -> None:
    text = text_of(definition(name="a\nflows: []\u2028x: y\x85z: {", receiver="{file:x}\n- id: evil"))
    assert [e.id for e in entries(text)] == [f"{FLOW_ID}-orders-to-crm"]
