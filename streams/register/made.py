"""The register as a whole: which rows, which annex, in which form."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

import yaml

from schemas.model import SporError
from schemas.plain import Language
from schemas.policy import Pack
from streams.inspect.tag.policy import Policy
from streams.ledger.observed import Traffic
from streams.register import layout
from streams.register.activities import Activity, Mandate, activities, mandates
from streams.register.files import comma_separated, markdown, workbook
from streams.register.layout import Sheet
from streams.register.linked import json_ld, manifest

Role = Literal["controller", "processor"]
Form = Literal["xlsx", "csv", "json-ld", "fideslang", "md"]
FORMS: Final[tuple[Form, ...]] = ("xlsx", "csv", "json-ld", "fideslang", "md")


class NoSuchController(SporError):
    """A controller that neither packs nor registry know."""


@dataclass(frozen=True, slots=True)
class Register:
    """What is declared, and beside it what was seen."""

    role: Role
    rows: tuple[Activity, ...]
    mandates: tuple[Mandate, ...]
    traffic: tuple[Traffic, ...]
    prefix: str

    def sheets(self, columns: str, language: Language) -> list[Sheet]:
        main = layout.controllers(self.rows, columns, language) if self.role == "controller" else layout.processors(self.mandates, language)
        return [main, layout.annex(self.traffic, language), layout.ourselves(self.prefix, language)]

    def written(self, form: Form, columns: str = "art30", language: Language = "en") -> bytes:
        """Its bytes; the same register gives the same."""
        match form:
            case "xlsx":
                return workbook(self.sheets(columns, language))
            case "csv":
                return comma_separated(self.sheets(columns, language)).encode("utf-8-sig")  # so that a spreadsheet knows its charset
            case "md":
                return markdown(self.sheets(columns, language)).encode()
            case "json-ld":
                return json_ld(self.rows, self.mandates, self.traffic)
            case "fideslang":
                told = manifest(self.rows, self.mandates, self.prefix)
                return yaml.safe_dump(told, sort_keys=False, allow_unicode=True, width=120).encode()


def made(policy: Policy, traffic: Mapping[str, Traffic], role: Role, controller: str | None, prefix: str) -> Register:
    """The register of all, or of one controller. Raises NoSuchController.

    Of several versions of a pack the latest is the register's. Traffic of flows that the registry gives to somebody else is left out.
    """
    packs = [versions[0].pack for versions in policy.packs.values()]
    known = sorted({p.pack for p in packs if p.role == "controller"} | {e.controller for e in policy.entries if e.controller})
    if controller is not None and controller not in known:
        raise NoSuchController(f"no pack and no flow of a controller {controller}; known are {', '.join(known)}")
    entries = [entry for entry in policy.entries if controller in (None, entry.controller)]
    mine = {entry.id for entry in entries}
    seen = tuple(traffic[name] for name in sorted(traffic) if controller is None or name in mine)
    if role == "controller":
        rows = [row for p in _of(packs, "controller") if controller in (None, p.pack) for row in activities(p, entries)]
        return Register(role, tuple(rows), (), seen, prefix)
    titles = {pack.pack: pack.title for pack in packs}
    return Register(role, (), tuple(row for pack in _of(packs, "processor") for row in mandates(pack, entries, titles)), seen, prefix)


def _of(packs: list[Pack], role: Role) -> list[Pack]:
    return sorted((pack for pack in packs if pack.role == role), key=lambda pack: pack.pack)
