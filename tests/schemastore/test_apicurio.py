"""Our side of the interface held against a registry that nobody here wrote: Apicurio, by what it shares with Confluent's."""

import json
import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from streams.inspect.encoded.framed import opened
from streams.inspect.jsontree import dump
from streams.inspect.words import RawMessage
from streams.schemastore.access import Access
from streams.schemastore.registry import Registry
from streams.schemastore.store import Store
from tests.inspect.encoded.avros import record, written
from tests.inspect.encoded.protos import Order
from tests.schemastore import apicurio

ADDRESS = record({"name": "street", "type": "string"}, name="shop.Address")
PERSON = record({"name": "email", "type": "string"}, {"name": "home", "type": "shop.Address"}, name="shop.Person")
ORDER = 'syntax = "proto3"; package shop; message Order { string email = 1; map<string, int64> counts = 10; }'


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def address() -> AsyncIterator[str]:
    """A real registry; without one the tests are skipped with the reason on screen, and in CI they fail."""
    try:
        async with apicurio.running() as started:
            yield started
    except apicurio.NoRegistry as why:
        if os.environ.get("CI", "").lower() in ("1", "true"):
            pytest.fail(f"in CI a registry has to be there: {why}", pytrace=False)
        pytest.skip(str(why))


@pytest.mark.asyncio(loop_scope="module")
async def test_what_a_real_registry_holds_is_fetched_kept_and_read(address: str, tmp_path: Path) -> None:
    await apicurio.register(address, "address", {"schema": json.dumps(ADDRESS)})
    reference = [{"name": "shop.Address", "subject": "address", "version": 1}]
    avro = await apicurio.register(address, "people-value", {"schema": json.dumps(PERSON), "references": reference})
    proto = await apicurio.register(address, "orders-value", {"schema": ORDER, "schemaType": "PROTOBUF"})
    kari = written([ADDRESS, PERSON], ("shop.Person", {"email": "kari@example.org", "home": {"street": "Storgata 1"}}))[1:]
    ola = b"\0" + Order(email="ola@example.org", counts={"a": 1}).SerializeToString()
    values = [b"\0" + number.to_bytes(4, "big") + data for number, data in ((avro, kari), (proto, ola), (9999, kari))]
    records = [
        RawMessage(topic, 0, n, 0, None, value) for n, (topic, value) in enumerate(zip(("people", "orders", "x"), values, strict=True))
    ]
    async with Store.of(tmp_path, address, {}, 30.0) as store:
        live = list(await store.fill(records))
    kept = list(await Store.of(tmp_path).fill(records))
    assert kept == live
    read = [opened(raw, "body") for raw in live]
    assert [dump(each.tree) for each in read[:2] if each] == [
        '{"email":"kari@example.org","home":{"street":"Storgata 1"}}',
        '{"email":"ola@example.org","counts":{"a":1}}',
    ]
    assert [(each.ref.subject, each.ref.type) for each in read if each and each.ref] == [
        ("people-value", "AVRO"),
        ("orders-value", "PROTOBUF"),
    ]
    assert read[2] is not None and read[2].reasons == {"schema.unknown"}


@pytest.mark.asyncio(loop_scope="module")
async def test_a_guid_that_a_registry_does_not_know_of_is_a_schema_that_nobody_has(address: str) -> None:
    async with Registry(Access.of(address, {})) as registry:
        assert await registry.fetch("00112233-4455-6677-8899-aabbccddeeff") is None
