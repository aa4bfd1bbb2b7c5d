"""Whose a message is: the entry that names most of what it shows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.registry import Match
from streams.inspect.tag.index import COMBINATIONS, Index, Shown
from streams.inspect.tag.policy import Keys, Policy
from tests.inspect.tag.build import FLOW_ID, REGISTRY, policies


def entries(*matches: str) -> Policy:
    return policies("flows:\n" + "\n".join(f"  - {{id: e{i}, controller: c, match: {m}}}" for i, m in enumerate(matches)))


def which(policy: Policy, **shown: str | None) -> str | None:
    keys = {"platform": "connxio", "topic": "t", "flow_id": "f1", "document_type": "Order", "step": "Inbound"} | shown
    entry = policy.match(Keys(**keys))  # type: ignore[arg-type]  # platform and topic are texts
    return entry.id if entry else None


@pytest.mark.parametrize(
    ("matches", "expected"),
    [
        (["{platform: connxio}"], "e0"),
        (["{platform: connectmyapps}"], None),
        (["{platform: connxio}", "{platform: connxio, flow_id: f1}"], "e1"),
        (["{platform: connxio, flow_id: f1}", "{platform: connxio, flow_id: f1, document_type: Order}"], "e1"),
        (["{flow_id: f1}", "{topic: t}"], "e0"),  # of equals the first in file order
        (["{topic: t}", "{flow_id: f1}"], "e0"),
        (["{flow_id: f2}", "{topic: t}"], "e1"),
        (["{flow_id: f1, document_type: Invoice}", "{step: Inbound}"], "e1"),  # what is named must match
        (["{flow_id: f1, step: Outbound}"], None),
        (["{flow_id: [f0, f1]}"], "e0"),
        (["{topic: t, document_type: [Invoice, Order]}"], "e0"),
        (["{document_type: order}"], None),  # texts are compared as they are
        ([], None),
    ],
)
def test_what_is_named_must_match_and_most_named_wins(matches: list[str], expected: str | None) -> None:
    assert which(entries(*matches) if matches else policies()) == expected


def test_what_the_message_does_not_show_matches_no_name() -> None:
    policy = entries("{flow_id: f1}", "{document_type: Order}", "{step: Inbound}")
    assert which(policy, flow_id=None, document_type=None, step=None) is None


def test_a_uuid_is_the_same_in_either_case_and_other_texts_are_not() -> None:
    assert which(policies(REGISTRY), flow_id=FLOW_ID.upper()) == "orders-erp-to-carrier"
    assert which(entries("{flow_id: Sync}"), flow_id="sync") is None


def test_the_registry_knows_its_own_strings() -> None:
    policy = policies(REGISTRY)
    for text in ("ERP", "Carrier", "Order", FLOW_ID, FLOW_ID.upper(), "webshop-no", "order", "orders-erp-to-carrier", "connxio"):
        assert policy.knows(text), text
    for text in ("", "CRM", "erp", "sftp", "$.order.date", "present"):
        assert not policy.knows(text), text


def test_two_thousand_entries_are_matched_by_their_flow_id() -> None:
    policy = entries(*[f"{{flow_id: f{i}, document_type: Order}}" for i in range(2_000)])
    assert which(policy, flow_id="f1999") == "e1999"


def test_the_digest_tells_policies_apart_and_not_their_comments() -> None:
    one, same, other = policies(REGISTRY), policies("# a comment\n" + REGISTRY), policies(REGISTRY.replace("[ERP]", "[ERP2]"))
    assert (one.digest, one.registry_digest) == (same.digest, same.registry_digest)
    assert one.digest != other.digest
    assert one.registry_digest != other.registry_digest
    assert policies().registry_digest != one.registry_digest


_TEXTS = st.lists(st.sampled_from("ab"), max_size=2, unique=True)
_LONG = st.sampled_from([[], [f"x{n}" for n in range(COMBINATIONS)] + ["a"]])
_MATCHES = st.builds(
    lambda platform, flow_id, topic, document_type, step: Match.model_validate(
        {"platform": platform, "flow_id": flow_id, "topic": topic, "document_type": document_type, "step": step}
    ),
    st.sampled_from([None, "connxio", "superoffice"]),
    _TEXTS,
    _TEXTS | _LONG,
    _TEXTS,
    _TEXTS,
)
_SHOWN = st.tuples(st.sampled_from(["connxio", "superoffice"]), *[st.sampled_from([None, "a", "b", "c"])] * 4)


def fits(match: Match, shown: Shown) -> bool:
    named = (match.platform and (match.platform,), match.flow_id, match.topic, match.document_type, match.step)
    return all(not texts or text in texts for texts, text in zip(named, shown, strict=True))


@given(st.lists(_MATCHES.filter(lambda match: match.named() > 0), max_size=8), _SHOWN)
def test_the_index_finds_what_a_look_at_every_entry_finds(matches: list[Match], shown: Shown) -> None:
    fitting = [at for at, match in enumerate(matches) if fits(match, shown)]
    expected = min(fitting, key=lambda at: (-matches[at].named(), at), default=None)
    assert Index(matches, str).first(shown) == expected
