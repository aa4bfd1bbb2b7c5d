"""The short form of the acceptance: what `make acceptance` does with 23,750 messages and more kills."""

import pytest

from tests.acceptance.river import run


@pytest.mark.timeout(600)
async def test_real_traffic_through_two_workers_under_kills_is_whole_equal_to_a_replay_and_leaks_nothing(kafka):
    report = await run(kafka, count=900, kills=2)
    assert not report.troubles, report.figures
