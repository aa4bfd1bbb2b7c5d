"""Entries of the registry as YAML that our own reader takes: one flow after another, with what a person has to know beside it."""

from collections.abc import Iterable
from typing import Any, Final

import yaml

from streams.policy.connxio import Imported
from streams.policy.definition import Refused
from streams.policy.read import Read, read
from streams.policy.yaml import MAX_BYTES

_HEAD: Final = """\
# Flows imported from ConnXio's integration definitions. Whose the data is they do not say: for every flow a person has to decide
# its controller (the id of a controller's pack). A country that neither a definition nor a cloud's region tells is unknown.
# See `spor policy check` for what the definitions show before any traffic.
"""


class _Dumper(yaml.SafeDumper):
    """Writes every value out: the reader refuses anchors and aliases."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def written(flows: Iterable[Imported]) -> str:
    """The registry's text. Raises Refused where our own reader would not take it."""
    parts = [_HEAD, "flows:\n"]
    for flow in flows:
        parts.append(f"\n  # {_printable(flow.name)}\n")
        parts += [f"  #   {note}\n" for note in flow.notes]
        parts.append(_item(flow.entry))
    text = "".join(parts)
    if len(text.encode()) > MAX_BYTES:
        raise Refused("", f"makes a registry of more than {MAX_BYTES // 1024 // 1024} MiB; export fewer integrations at a time")
    taken = Read()
    read(text.encode(), "registry", taken)
    if taken.problems:
        raise Refused("", f"makes a registry that cannot be read (line {taken.problems[0].line}); please report it with the pointer's kind")
    return text


def _item(entry: dict[str, Any]) -> str:
    """One item of the list, its fields in their own order, small mappings on one line."""
    text = yaml.dump([entry], Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=2**31, default_flow_style=None)
    return "".join(f"  {line}\n" for line in text.rstrip("\n").split("\n"))


def _printable(text: str) -> str:
    """A name on one line of a comment."""
    return "".join(character if character.isprintable() else " " for character in text)[:200]
