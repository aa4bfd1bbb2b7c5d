"""The event holds to OpenLineage 2-0-2: what the specification requires, facet by facet, and what we promise on top of it."""

import uuid
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from urllib.parse import urlparse

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.flow import Flow
from streams.ledger.openlineage import event, event_key, run_id
from streams.ledger.windows import Window
from tests.golden.records import flows as golden_flows
from tests.ledger.flows import EMAIL, MINUTE, NAME, WHEN, flow, flows, row, tag, verdict

# facet -> (schema version, fields that the specification requires, where it may stand)
SPECIFIED = {
    "nominalTime": ("1-0-1/NominalTimeRunFacet", {"nominalStartTime"}, "run"),
    "jobType": ("2-0-4/JobTypeJobFacet", {"processingType", "integration"}, "job"),
    "ownership": ("1-0-1/OwnershipJobFacet", set(), "job"),
    "datasetType": ("1-0-1/DatasetTypeDatasetFacet", {"datasetType"}, "dataset"),
    "schema": ("1-2-0/SchemaDatasetFacet", set(), "dataset"),
    "tags": ("1-0-0/TagsDatasetFacet", set(), "dataset"),
    "inputStatistics": ("1-0-0/InputStatisticsInputDatasetFacet", set(), "input"),
    "outputStatistics": ("1-0-2/OutputStatisticsOutputDatasetFacet", set(), "output"),
}


def said(*several: Flow, namespace: str = "spor", length: int = MINUTE) -> dict[str, Any]:
    window = Window(several[0].integration.id, several[0].message_time // length * length, length)
    for one in several:
        window.add(one)
    found: dict[str, Any] = orjson.loads(event(window, namespace).canonical())
    return found


def facets(of: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """(where, key, facet) of a whole event."""
    yield from (("run", k, f) for k, f in of["run"]["facets"].items())
    yield from (("job", k, f) for k, f in of["job"]["facets"].items())
    for side in ("input", "output"):
        for dataset in of[f"{side}s"]:
            yield from (("dataset", k, f) for k, f in dataset["facets"].items())
            yield from ((side, k, f) for k, f in dataset[f"{side}Facets"].items())


def nulls_and_empty_names(of: object, path: str = "$") -> Iterator[str]:
    if of is None or of == "":
        yield path
    for key, value in of.items() if isinstance(of, dict) else enumerate(of) if isinstance(of, list) else ():
        yield from nulls_and_empty_names(value, f"{path}.{key}")


@settings(max_examples=60, deadline=None)
@given(st.lists(flows(0), min_size=1, max_size=5))
def test_every_event_is_a_run_event_as_specified(several: list[Flow]) -> None:
    found = said(*several)
    assert set(found) == {"eventTime", "eventType", "producer", "schemaURL", "run", "job", "inputs", "outputs"}
    assert found["schemaURL"] == "https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent"
    assert datetime.fromisoformat(found["eventTime"]).tzinfo is not None and urlparse(found["producer"]).scheme == "https"
    assert uuid.UUID(found["run"]["runId"]).version == 5
    assert found["job"]["namespace"] and found["job"]["name"]
    for dataset in found["inputs"] + found["outputs"]:
        assert dataset["namespace"] and dataset["name"]
    names = [(d["namespace"], d["name"]) for d in found["inputs"]]
    assert len(set(names)) == len(names)


@settings(max_examples=60, deadline=None)
@given(st.lists(flows(0), min_size=1, max_size=5))
def test_every_facet_says_who_made_it_and_which_schema_it_holds_to(several: list[Flow]) -> None:
    for where, key, facet in facets(said(*several)):
        assert facet["_producer"] == "https://spor.example/"
        if key in SPECIFIED:
            version, required, place = SPECIFIED[key]
            assert facet["_schemaURL"] == f"https://openlineage.io/spec/facets/{version}.json#/$defs/{version.split('/')[1]}"
            assert required <= set(facet) and where == place
            assert not list(nulls_and_empty_names(facet)), "the specification knows no nulls: what is not known is left out"
        else:
            assert key.startswith("spor_") and facet["_schemaURL"].startswith("https://spor.example/schemas/facets/1-0-0/")


def test_an_event_is_a_finished_run_with_a_complete_snapshot_of_its_window() -> None:
    found = said(flow(0), length=5 * MINUTE)
    assert found["eventType"] == "COMPLETE"
    assert found["eventTime"] == "2025-11-30T10:05:00.000Z"
    assert found["run"]["facets"]["nominalTime"]["nominalStartTime"] == "2025-11-30T10:00:00.000Z"
    kind = found["job"]["facets"]["jobType"]
    assert (kind["processingType"], kind["emissionPattern"]) == (
        "STREAMING",
        {"eventTrigger": "PERIODIC", "eventContentMode": "COMPLETE_SNAPSHOT", "windowDuration": 300},
    )


def test_the_run_is_named_by_namespace_integration_and_window() -> None:
    named = uuid.uuid5(uuid.uuid5(uuid.NAMESPACE_URL, "https://spor.example/run"), "spor|orders|1764496800000")
    assert run_id("spor", "orders", WHEN) == str(named)
    assert said(flow(0, integration="orders"))["run"]["runId"] == str(named)
    assert event_key("acme", "orders") == b"run:acme/orders"
    assert said(flow(0), namespace="acme")["job"] | {"facets": 0} == {"namespace": "acme", "name": "orders-erp-to-carrier", "facets": 0}


def test_senders_and_topics_are_inputs_and_receivers_outputs() -> None:
    found = said(
        flow(0, topic="log"), flow(1, topic="log", sender="CRM", receiver=None), flow(0, topic="runs", sender=None, receiver="Payroll")
    )
    inputs = [(d["namespace"], d["name"], d["inputFacets"]["inputStatistics"]["rowCount"]) for d in found["inputs"]]
    assert inputs == [("kafka://c1", "log", 2), ("kafka://c1", "runs", 1), ("system://spor", "CRM", 1), ("system://spor", "ERP", 1)]
    outputs = [(d["namespace"], d["name"], d["outputFacets"]["outputStatistics"]["rowCount"]) for d in found["outputs"]]
    assert outputs == [("system://spor", "Carrier", 1), ("system://spor", "Payroll", 1)]


def test_a_broker_without_an_id_has_a_name_all_the_same() -> None:
    nameless = flow(0).model_copy(update={"source": flow(0).source.model_copy(update={"cluster": ""})})
    assert said(nameless)["inputs"][0]["namespace"] == "kafka://unknown"


def test_each_receiver_is_told_only_what_went_to_it() -> None:
    found = said(flow(0, rows=[row(EMAIL)], receiver="A"), flow(1, rows=[row(NAME)], receiver="B", tags=[tag(NAME[0], "dpv:Marketing")]))
    told = {d["name"]: d["facets"]["spor_exchange"]["categories"] for d in found["outputs"]}
    assert told == {
        "A": [{"category": "pd:EmailAddress", "purpose": None, "flows": 1}],
        "B": [{"category": "pd:Name", "purpose": "dpv:Marketing", "flows": 1}],
    }


def test_processing_says_for_whom_for_what_and_for_how_long() -> None:
    facet = said(*golden_flows())["job"]["facets"]["spor_processing"]
    assert (facet["controllers"], facet["processors"], facet["platforms"]) == (["webshop-no"], ["connxio"], ["connxio"])
    assert facet["purposes"] == ["dpv:CustomerCare", "dpv:FulfilmentOfContractualObligation"]
    assert (facet["legalBases"], facet["subjectKinds"]) == (["eu-gdpr:A6-1-b"], ["dpv:Customer"])
    assert (facet["senders"], facet["recipients"], facet["policies"]) == (["ERP"], ["Carrier"], ["webshop-no@2025-01-10"])
    assert {(r["category"], r["pack"], r["period"], r["earliestUntil"]) for r in facet["retention"]} == {
        ("pd:EmailAddress", "connxio", "P3M", "2026-02-28"),
        ("pd:EmailAddress", "webshop-no", "P3M", "2026-02-28"),
        ("pd:Name", "webshop-no", "P3M", "2026-02-28"),
    }


def test_verdicts_and_coverage_are_counted_by_flow() -> None:
    facet = said(*golden_flows())["run"]["facets"]
    verdicts, coverage = facet["spor_verdicts"], facet["spor_coverage"]
    assert (verdicts["violation"], verdicts["gap"], verdicts["compliant"]) == (1, 0, 2)
    assert {(r["rule"], r["flows"]) for r in verdicts["rules"]} == {
        ("contract.party", 1),
        ("category.undeclared", 1),
        ("national-id.no-ground", 1),
    }
    assert (coverage["flows"], coverage["scanned"], coverage["subjects"]) == (3, {"full": 3}, 2)
    assert [(s["partition"], s["first"], s["last"], s["flows"]) for s in coverage["sources"]] == [(0, 41, 41, 2), (3, 7, 7, 1)]


@pytest.mark.parametrize("verdicts", [[], [verdict("contract.party")]])
def test_the_same_window_gives_the_same_bytes(verdicts: list[Any]) -> None:
    several = [flow(n, rows=[row(EMAIL)], verdicts=verdicts, partition=n % 3) for n in range(5)]
    assert said(*several) == said(*reversed(several))
