"""The many policies that the benchmark makes: they hold, and each of their flows is found."""

from pathlib import Path

import pytest

from benchmarks.policies import generate, match_of
from streams.inspect.tag.policy import Keys
from streams.policy.check import warnings
from streams.policy.load import gather, load


@pytest.mark.parametrize(("packs", "flows"), [(3, 20), (0, 1), (1, 0)])
def test_what_it_writes_is_read_without_a_word_and_each_flow_is_found(tmp_path: Path, packs: int, flows: int) -> None:
    generate(tmp_path, packs, flows)
    policy = load(tmp_path)
    assert (len([name for name in policy.packs if name.startswith("controller-")]), len(policy.entries)) == (packs, flows)
    if packs:
        assert warnings(gather(tmp_path)) == warnings(gather(None))
    for number in range(flows):
        told = {name: text[-1] if isinstance(text, list) else text for name, text in match_of(number).items()}
        keys = {"platform": "connxio", "topic": "t", "flow_id": None, "document_type": None, "step": None} | told
        found = policy.match(Keys(**keys))
        assert found is not None
        assert found.id == f"many-{number}"
