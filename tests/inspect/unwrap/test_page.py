"""`docs/envelopes.md` names every step that unwrapping can take, and no other."""

import re
from pathlib import Path

from streams.inspect.unwrap.record import unwrap
from tests.inspect.unwrap import samples
from tests.inspect.unwrap.test_headers import REDACT, SHOPIFY
from tests.messages import ORDER, archeo, binary_event_headers, claim_check, cloud_event, cma_run, internal, record, wrapper

PAGE = Path(__file__).parents[3] / "docs" / "envelopes.md"
NEIGHBOURS = (
    *(samples.status_event, samples.resend, samples.bus_message, samples.superoffice, samples.telemetry, samples.ride),
    *(samples.eherkenning, samples.change, samples.grid_event, samples.hubspot),
)


def test_the_page_lists_exactly_the_steps_that_there_are() -> None:
    messages = [archeo(), internal(), wrapper(), claim_check(), cma_run(), cloud_event(ORDER), *(sample() for sample in NEIGHBOURS)]
    records = [record(m) for m in messages] + [record(ORDER, headers=binary_event_headers()), record(REDACT, headers=SHOPIFY)]
    taken = {step for raw in records for envelope in unwrap(raw) for step in envelope.steps}
    assert set(re.findall(r"^\| `([a-z.-]+)` \|", PAGE.read_text("utf-8"), re.MULTILINE)) == taken
