"""What may be said of one field: is its category declared, has it a purpose, may it be here at all."""

from collections.abc import Iterator

from schemas.dpv import covered, is_special, same_basis
from schemas.entities import NATIONAL_IDS, SECRETS
from schemas.flow import Verdict, verdict_order
from schemas.law import NATIONAL_ID_LAW, carries
from schemas.policy import Forbidden, Purpose
from streams.inspect.tag.case import Case
from streams.inspect.tag.rows import Row


def row_verdicts(case: Case, row: Row) -> tuple[Verdict, ...]:
    """The verdicts of a row with these traits, sorted, without their path: said once for all of a message's.

    Rules about categories are a controller's to say; law and security speak without one too.
    """
    if (known := case.said.get(row.traits)) is None:
        known = case.said[row.traits] = _verdicts(case, row)
    return known


def _verdicts(case: Case, row: Row) -> tuple[Verdict, ...]:
    said = {
        *_declared(case, row),
        *_forbidden(case, row),
        *_special(case, row),
        *_national_id(case, row),
        *_secret(case, row),
        *_test(case, row),
    }
    return tuple(sorted(said, key=lambda v: (*verdict_order(v), v.citation or "", v.source)))


def _declared(case: Case, row: Row) -> Iterator[Verdict]:
    """Undeclared; or declared, and no purpose is for it; or only purposes of other situations are."""
    held = case.controller
    if held is None:
        return
    categories = held.pack.categories
    cite = categories.cite or f"pack {held.pack.pack}"
    if not held.declares(row.category):
        yield case.say("category.undeclared", cite, level="gap" if categories.open else "violation")
        return
    listing = case.listings[row.category]
    if not listing:
        yield case.say("purpose.unstated", cite)
    elif all(met == "no" for _, met in listing):
        yield case.say("purpose.not-for-context", listing[0][0].cite or cite)


def _forbidden(case: Case, row: Row) -> Iterator[Verdict]:
    for ban in case.controller.pack.forbidden if case.controller else ():
        if covered(row.category, (ban.category,)) and case.meets(ban.when) == "yes" and not _allowed(case, row, ban):
            yield case.say("category.forbidden", ban.cite, source=ban.source)


def _allowed(case: Case, row: Row, ban: Forbidden) -> bool:
    return any(_stands_on(purpose, basis) for purpose in case.applying(row.category) for basis in ban.unless)


def _stands_on(purpose: Purpose, basis: str) -> bool:
    return same_basis(purpose.legal_basis, basis) or same_basis(purpose.condition, basis)


def _special(case: Case, row: Row) -> Iterator[Verdict]:
    """GDPR art. 9: a purpose of the flow has to stand on a condition of the second paragraph."""
    if is_special(row.category) and not any(_has_condition(purpose) for purpose in case.applying(row.category)):
        yield case.say("special-category.no-condition", "GDPR art. 9(2)")


def _has_condition(purpose: Purpose) -> bool:
    return purpose.condition is not None or (purpose.legal_basis or "").startswith("eu-gdpr:A9-2-")


def _national_id(case: Case, row: Row) -> Iterator[Verdict]:
    """GDPR art. 87 and the national law of the identifier: by the pack's own ground, or by a purpose that the law accepts."""
    if row.entity not in NATIONAL_IDS or not row.held:
        return
    law = NATIONAL_ID_LAW[row.entity]
    if case.controller and any(ground.entity == row.entity for ground in case.controller.pack.grounds):
        return
    for purpose in case.applying(row.category):
        if carries(law, purpose.legal_basis, names_it=purpose.categories is not None):
            return
    yield case.say("national-id.no-ground", law.law)


def _secret(case: Case, row: Row) -> Iterator[Verdict]:
    if row.entity in SECRETS and row.held and row.clear:  # behind asterisks there is nothing to use
        yield case.say("secret.in-payload", None)


def _test(case: Case, row: Row) -> Iterator[Verdict]:
    if row.real and (case.envelope.test or (case.entry is not None and case.entry.test)):
        yield case.say("test.real-person", case.registry() if case.entry else None)
