"""The whole inspector over records written for one promise at a time, with the worked example's pack and registry."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from streams.build import build_inspector
from streams.inspect.inspector import Inspector
from streams.inspect.words import RawMessage
from tests.inspect.tag.build import PACK, REGISTRY


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
