"""What an event of a platform says by its very name: that somebody consented, or withdrew, and when. The registry's own facts win.

SuperOffice fires `person.consented` when a consent is added or changed, `person.unconsented` when it is removed or withdrawn. The notice
of a withdrawal uses nobody's data: it starts the clock, and refuses no purpose. A person who is deleted in the CRM says nothing of
contract or account, so that no clock starts from it.
"""

from collections.abc import Mapping
from datetime import date, tzinfo
from typing import Final, Literal

from streams.inspect.tag.calendar import local_day
from streams.inspect.words import Envelope

_WEBHOOK: Final = "superoffice.webhook"
_CONSENTED, _WITHDRAWN = "person.consented", "person.unconsented"


def answers(envelope: Envelope) -> Mapping[str, Literal["yes"]]:
    """The questions that the event answers, in the words of packs."""
    return {"consent": "yes"} if _event(envelope) == _CONSENTED else {}


def anchors(envelope: Envelope, zone: tzinfo) -> Mapping[str, date]:
    """The days of the anchors that the event is."""
    return {"withdrawal": local_day(envelope.message_time, zone)} if _event(envelope) == _WITHDRAWN else {}


def _event(envelope: Envelope) -> str:
    """The name of a SuperOffice event; empty for all other messages."""
    return envelope.step.text.strip().lower() if envelope.step is not None and _WEBHOOK in envelope.steps else ""
