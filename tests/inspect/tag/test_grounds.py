"""Every national identifier that can be found is held against the law of its country."""

import pytest

from schemas.entities import NATIONAL_IDS
from schemas.law import NATIONAL_ID_LAW
from tests.inspect.tag.build import flow, found, pack, policies
from tests.inspect.tag.test_verdicts import ENTRY

DECLARED = "{open: false, declared: [pd:OfficialID]}"
PURPOSE = "[{purpose: dpv:PersonnelPayment, legal_basis: eu-gdpr:A6-1-f}]"


@pytest.mark.parametrize("entity", sorted(NATIONAL_IDS))
def test_an_identifier_without_a_ground_is_a_gap_that_cites_its_law(entity: str) -> None:
    (row,) = flow(policies(pack(categories=DECLARED, purposes=PURPOSE), ENTRY), found(("$.id", entity))).personal_data
    assert [(v.rule, v.verdict, v.citation) for v in row.verdicts] == [("national-id.no-ground", "gap", NATIONAL_ID_LAW[entity].law)]


@pytest.mark.parametrize("entity", sorted(NATIONAL_IDS))
def test_a_pack_may_name_the_ground_of_each(entity: str) -> None:
    text = pack(categories=DECLARED, purposes=PURPOSE, grounds=f"[{{entity: {entity}, law: a law}}]")
    (row,) = flow(policies(text, ENTRY), found(("$.id", entity))).personal_data
    assert row.verdicts == ()
