"""Which rows a Flow too large keeps: the same as if all were made and dropped one by one from the end, told without making them all."""

from collections.abc import Sequence
from functools import partial
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from schemas.flow import FLOW_BYTES, Flow, PersonalData
from streams.inspect.tag import size
from streams.inspect.tag import tag as tagging
from streams.inspect.tag.rows import Row
from tests.inspect.tag.build import PACK, REGISTRY, found, message, policies, raw

IN_FORCE = policies(PACK, REGISTRY)
ENTITIES = ("EMAIL_ADDRESS", "PERSON", "PASSWORD", "NL_BSN", "DATE_OF_BIRTH")
KEYS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=40)
FOUND = st.lists(
    st.tuples(KEYS, st.sampled_from(ENTITIES), st.sampled_from([(), ("checksum",), ("key:æ", "\x00")])), min_size=30, max_size=60
)


def dropped_one_by_one(build: size.Build, rows: Sequence[Row], judge: size.Judge, most: int) -> Flow:
    made = [judge(row) for row in rows]
    flow, keep = build(made, ()), len(made)
    while keep and len(flow.canonical()) >= most:
        excess = len(flow.canonical()) - most + 1
        while keep and excess > 0:
            keep -= 1
            excess -= len(made[keep].canonical()) + 1
        flow = build(made[:keep], rows[keep:])
    return flow


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(FOUND, st.integers(9_000, 16_000))
def test_what_fits_is_what_is_left_when_rows_are_dropped_one_by_one(monkeypatch: pytest.MonkeyPatch, seen: list[Any], most: int) -> None:
    findings = found(*[((key,), entity, {"evidence": evidence}) for key, entity, evidence in seen])
    monkeypatch.setattr(size, "FLOW_BYTES", most)
    monkeypatch.setattr(size, "_FEW", 0)
    fitted = tagging.tag(raw(), message(), findings, IN_FORCE, "d")
    with monkeypatch.context() as patch:
        patch.setattr(tagging, "fitted", partial(dropped_one_by_one, most=most))
        assert fitted.canonical() == tagging.tag(raw(), message(), findings, IN_FORCE, "d").canonical()


@given(KEYS, st.sampled_from(["clear", "masked"]), st.integers(1, 10**9))
def test_a_row_is_as_long_as_its_canonical_form(path: str, state: Any, count: int) -> None:
    row = PersonalData(
        place="object_key",
        path=path,
        category="pd:Name",
        entity=path,
        count=count,
        score="0.95",
        evidence=(path,),
        state=state,
        verdicts=(),
    )
    assert size.size_of(row) == len(row.canonical())
    made = tagging.tag(raw(), message(status=path, sender=path), found(((path,), "PERSON")), IN_FORCE, path)
    assert size.size_of(made) == len(made.canonical())


def test_of_more_rows_than_can_fit_only_those_are_made_that_may() -> None:
    findings = found(*[((f"k{n:06}",), "EMAIL_ADDRESS") for n in range(20_000)])
    made: list[str] = []

    def counted(build: size.Build, rows: Sequence[Row], judge: size.Judge) -> Flow:
        def counting(row: Row) -> PersonalData:
            made.append(row.path)
            return judge(row)

        return size.fitted(build, rows, counting)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tagging, "fitted", counted)
        flow = tagging.tag(raw(), message(), findings, IN_FORCE, "d")
    assert 4_000 < len(flow.personal_data) < len(made) < 8_000
    assert len(flow.canonical()) < FLOW_BYTES
