"""What a pack carries, item by item in words: the rows that a notice is held against."""

from collections.abc import Iterator
from dataclasses import dataclass

from schemas.policy import Pack, Purpose, When


@dataclass(frozen=True, slots=True)
class Row:
    """One fact of a notice: what kind it is of, the fact, and where the notice has it."""

    kind: str
    fact: str
    cite: str


def carried(pack: Pack) -> Iterator[Row]:
    """Every item of a pack; one that stands below several purposes comes several times."""
    listed = pack.categories.cite or ""
    yield Row("list", "open" if pack.categories.open else "closed", listed)
    for category in pack.categories.declared:
        yield Row("category", category, listed)
    for purpose in pack.purposes:
        yield Row("purpose", purpose_of(purpose), purpose.cite or "")
    for kept in (*pack.retention, *(r for p in pack.purposes for r in p.retention)):
        figure = f"{kept.store or '-'} {kept.period or 'unstated'} {kept.anchor or '-'}{' inferred' if kept.inferred else ''}"
        yield Row("keeps", figure, kept.cite or "")
    for named in pack.recipients:
        yield Row("recipient", f"{named.name} {named.country or '-'}", named.cite or "")
    for t in pack.transfers:
        yield Row("transfer", f"{t.country} {t.recipient or '*'} {t.safeguard or 'unstated'} {t.instrument or '-'}", t.cite or "")
    for ban in pack.forbidden:
        yield Row("forbids", f"{ban.category}{_when(ban.when)}", ban.cite or "")
    for right in pack.rights.rights if pack.rights else ():
        yield Row("right", right, pack.rights.cite or "" if pack.rights else "")
    if pack.rights:
        yield Row("answers", pack.rights.answered_within or "unstated", pack.rights.cite or "")
    if pack.location:
        yield Row("location", " ".join(pack.location.within), pack.location.cite or "")
    for word, said in (("security", pack.security), ("integrity", pack.integrity)):
        if said:
            yield Row(word, said.says, said.cite or "")
    yield from (Row("promise", p.says + (" inferred" if p.inferred else ""), p.cite or "") for p in pack.promises)
    yield from (Row("defect", d.says, d.cite or "") for d in pack.defects)
    yield from (Row("processing", term, "") for term in pack.processing)


def purpose_of(purpose: Purpose) -> str:
    asked = "".join(f" needs {name}={wanted}" for name, wanted in purpose.requires.items())
    inferred = " inferred" if purpose.inferred else ""
    return f"{purpose.purpose} {purpose.legal_basis or 'unstated'}{_when(purpose.when)}{asked}{inferred}"


def _when(when: When) -> str:
    words = [*when.context, *(f"{name}={wanted}" for name, wanted in when.fact.items()), *when.document_type]
    return f" @{','.join(words)}" if words else ""
