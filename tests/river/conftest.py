"""The whole inspector over records written for one promise at a time, with a pack and a registry of the test's own."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from streams.build import build_inspector
from streams.inspect.inspector import Inspector
from streams.inspect.words import RawMessage

PACK = """\
pack: webshop-no
version: 2025-01-10
role: controller
title: Nettbutikken AS, processing register extract
source: {document: register-2025.pdf, date: 2025-01-10}
timezone: Europe/Oslo
fiscal_year_end: 12-31
categories:
  open: false
  declared: [pd:Name, pd:EmailAddress, pd:PhysicalAddress, pd:TelephoneNumber, pd:AccountIdentifier, pd:Transaction]
purposes:
  - purpose: dpv:FulfilmentOfContractualObligation
    legal_basis: eu-gdpr:A6-1-b
    subjects: [dpv:Customer]
    categories: [pd:Name, pd:EmailAddress, pd:PhysicalAddress, pd:Transaction]
    when: {document_type: [Order, Shipment]}
    retention: [{store: engine, period: P3M, anchor: message}, {store: accounting, period: P5Y, anchor: fiscal-year-end}]
    cite: "§2"
valid_from: 2025-01-10
"""
REGISTRY = """\
flows:
  - id: orders-erp-to-carrier
    match: {platform: connxio, flow_id: 5d0c0000-0000-4000-8000-000000000001, document_type: Order}
    controller: webshop-no
    processor: connxio
    contract:
      sender: [ERP]
      receiver: [Carrier]
      endpoints: [{host: sftp.carrier.example, country: NO, protocol: sftp}]
      pass_through: false
    context: order
"""


@pytest.fixture(scope="session")
def inspector(tmp_path_factory: pytest.TempPathFactory) -> Inspector:
    folder: Path = tmp_path_factory.mktemp("policies")
    (folder / "packs").mkdir()
    (folder / "registry").mkdir()
    (folder / "packs" / "webshop-no.yaml").write_text(PACK, "utf-8")
    (folder / "registry" / "orders.yaml").write_text(REGISTRY, "utf-8")
    return build_inspector(folder)


Inspect = Callable[..., list[dict[str, Any]]]


@pytest.fixture
def flows(inspector: Inspector) -> Inspect:
    """`flows(value, key=…, headers=…)`: the Flows of one record, read back from their canonical bytes."""

    def run(value: Any, **more: Any) -> list[dict[str, Any]]:
        data = value if isinstance(value, bytes) or value is None else (value if isinstance(value, str) else json.dumps(value)).encode()
        at = {"topic": "t", "partition": 0, "offset": 7, "timestamp": 1764496806000, "key": None} | more
        return [json.loads(flow.canonical()) for flow in inspector(RawMessage(value=data, **at))]

    return run
