"""Inspectors that judge by real policies and find almost nothing: quick to start, since no recognizer is loaded."""

import re
from pathlib import Path
from typing import Any, Final

from streams.inspect.inspector import Inspector
from streams.inspect.words import Finding, Findings, Message
from streams.policy.load import load

PACK: Final = """\
pack: webshop
version: {version}
role: controller
categories: {{open: {open}, declared: [{declared}]}}
purposes: [{{purpose: dpv:ServiceProvision, legal_basis: eu-gdpr:A6-1-b, retention: [{{store: engine, period: P3M, anchor: message}}]}}]
"""
REGISTRY: Final = """\
flows:
  - {{id: orders, match: {{topic: "{topic}"}}, controller: webshop, contract: {{sender: [], receiver: []}}}}
"""
_EMAIL: Final = re.compile(r"[a-z]+@example\.org")


class OneRule:
    """Every `…@example.org` in a body is an address, and nothing else is anything."""

    version = "one-rule/1"

    def find(self, message: Message, knows: Any, budget: Any) -> Findings:
        found = [
            Finding(at, leaf.place, leaf.path, *match.span(), "EMAIL_ADDRESS", "pd:EmailAddress", 1.0)
            for at, leaf in enumerate(message.leaves)
            for match in _EMAIL.finditer(leaf.text)
        ]
        return Findings(tuple(found), {}, {})


def judge(policies: Path | None) -> Inspector:
    return Inspector(OneRule(), load(policies))  # type: ignore[arg-type]  # has the two members that an inspector uses


def pack(folder: Path, *, version: str = "1", declared: str = "pd:EmailAddress") -> None:
    """The controller's pack, replaced in one step; without `declared` an address is a violation."""
    write(folder / "webshop.yaml", PACK.format(version=version, open="false", declared=declared))


def registry(folder: Path, topic: str) -> None:
    write(folder / "flows.yaml", REGISTRY.format(topic=topic))


def write(path: Path, text: str) -> None:
    """The whole file or the one before."""
    fresh = path.with_name(f".{path.name}")
    fresh.write_text(text, "utf-8")
    fresh.replace(path)
