"""Records of `spor.audit`: what was done to Spor itself, by which of its processes and when. Nothing in them is about a person."""

from typing import Final, Literal

from pydantic import Field

from schemas.model import Model

AUDIT_SPEC: Final = "spor.audit/1"


class Counts(Model):
    """How many of a kind differ between two policies."""

    added: int = Field(ge=0)
    removed: int = Field(ge=0)
    changed: int = Field(ge=0)  # the same id (of a pack: and the same version), other content


class PolicyChanges(Model):
    packs: Counts
    flows: Counts
    stores: Counts


class PolicyAudit(Model):
    """Policies that a worker put in force, or refused and went on with those that it had."""

    spec: Literal["spor.audit/1"] = AUDIT_SPEC
    kind: Literal["policy.activated", "policy.refused"]
    actor: str  # "worker/<group>/<instance>": the instance is random and new with each process
    time: int  # ms UTC
    before: str | None  # digest that was in force until now; null when the worker starts
    policies: str | None  # digest in force from now on, as spans name it; null: refused at a start, nothing is in force yet
    registry: str | None  # digest of the registry in force from now on, as Flows name it
    files: str | None  # digest of the folder's files that are meant; null without a folder of policies, or where it cannot be read
    from_kept: bool  # true: not the folder's policies but the kept last good ones
    changes: PolicyChanges | None  # from the policies before to these; null where they were not compared
    reason: Literal["invalid", "not-started"] | None  # of a refusal: errors in the files, or inspectors that could not begin with them
    problems: int = Field(ge=0)  # errors found; where they stand is in the worker's log
