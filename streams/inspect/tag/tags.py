"""What was promised for each category that was found: purpose, legal basis, and how long each store may keep it."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from schemas.flow import Tag
from schemas.policy import Purpose, Retention
from streams.inspect.tag.calendar import clock
from streams.inspect.tag.case import Case
from streams.inspect.tag.policy import Held


def tags(case: Case, categories: Iterable[str]) -> tuple[Tag, ...]:
    """One row per (category, purpose, store, pack), sorted so, null first. Of two promises for the same row the first stands."""
    rows: dict[tuple[str, str, str, str], Tag] = {}
    for tag in (tag for category in categories for tag in _promised(case, category)):
        key = (tag.category, tag.purpose or "", tag.store or "", tag.pack)
        rows.setdefault(key, tag)
    return tuple(rows[key] for key in sorted(rows))


def _promised(case: Case, category: str) -> Iterator[Tag]:
    """The platform's own stores, then the controller's pack as a whole, then each purpose that applies."""
    if case.processor is not None:
        agreed = case.entry.contract.retention if case.entry is not None and case.entry.contract is not None else ()
        overridden = {retention.store for retention in agreed}
        for retention in case.processor.pack.retention:
            if retention.store not in overridden:
                yield _tag(case, case.processor, category, retention)
        for retention in agreed:
            cited = retention.model_copy(update={"cite": retention.cite or case.registry()})
            yield _tag(case, case.processor, category, cited)
    if case.controller is not None:
        for retention in case.controller.pack.retention:
            yield _tag(case, case.controller, category, retention)
        for purpose in case.applying(category):
            for retention in purpose.retention or (Retention(),):
                yield _tag(case, case.controller, category, retention, purpose)


def _tag(case: Case, held: Held, category: str, retention: Retention, purpose: Purpose | None = None) -> Tag:
    until, state = clock(retention, case.seen(held), held=case.holds(category))
    inferred = retention.inferred or (purpose is not None and purpose.inferred)
    return _one(
        category=category,
        purpose=purpose.purpose if purpose else None,
        legal_basis=purpose.legal_basis if purpose else None,
        store=retention.store,
        period=retention.period,
        anchor=retention.anchor,
        until=until,
        state=state,
        pack=held.pack.pack,
        citation=_marked(retention.cite or (purpose.cite if purpose else None), inferred),
    )


_one = lru_cache(maxsize=4_096)(Tag)  # the same promise for message after message of a day: what is frozen may be shared


def _marked(citation: str | None, inferred: bool) -> str | None:
    """Where a fact is ours and not the document's, the citation says so."""
    if not inferred:
        return citation
    return f"{citation} (inferred)" if citation else "inferred"
