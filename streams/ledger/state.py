"""The current edges: who sent which category to whom for which purpose, how often, and when last."""

from collections.abc import Iterator

from schemas.flow import Flow
from schemas.records import State
from schemas.words import SEVERITY
from streams.ledger.ids import joined
from streams.ledger.table import bounded
from streams.ledger.windows import edges


def shown(flow: Flow, offset: int, partition: int) -> Iterator[State]:
    """One row per edge of a Flow, as if it were the only one."""
    for (sender, receiver, category, purpose), amounts in edges(flow):
        yield State(
            integration=bounded(flow.integration.id),
            sender=_party(sender),
            receiver=_party(receiver),
            category=category,
            purpose=purpose,
            partition=partition,
            first=flow.message_time,
            last=flow.message_time,
            flows=1,
            fields=amounts["fields"],
            verdicts={level: int(level == flow.verdict) for level in SEVERITY},
            included=offset,
        )


def plus(total: State, row: State) -> State:
    """Totals with one more row of the same key."""
    return total.model_copy(
        update={
            "first": min(total.first, row.first),
            "last": max(total.last, row.last),
            "flows": total.flows + row.flows,
            "fields": total.fields + row.fields,
            "verdicts": {level: total.verdicts.get(level, 0) + row.verdicts.get(level, 0) for level in SEVERITY},
            "included": max(total.included, row.included),
        }
    )


def state_key(state: State) -> bytes:
    return joined(state.integration, state.sender, state.receiver, state.category, state.purpose, state.partition).encode()


def _party(name: object) -> str | None:
    return bounded(name) if isinstance(name, str) else None
