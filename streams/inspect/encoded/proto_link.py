"""Put the files of a Protobuf schema together: names resolved by the language's scopes, and the message that a producer's indices mean."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final, TypeVar

from streams.inspect.encoded.hints import united
from streams.inspect.encoded.proto_known import FILES
from streams.inspect.encoded.proto_text import parsed
from streams.inspect.encoded.proto_wellknown import RAW, RAW_FIELDS
from streams.inspect.encoded.proto_words import BadProto, Enum, Field, File, Message

_Kind = TypeVar("_Kind", Message, Enum)
_LONGEST: Final = 512  # characters of a scope …
_DEEPEST: Final = 64  # … and scopes in scopes: a name is looked for in each of them


class Types:
    """All that the files declare, resolved among themselves and with what compilers bring along. The last file is the schema itself."""

    def __init__(self, files: Sequence[File], brought: "Types | None" = None) -> None:
        self._main = files[-1]
        self.messages: dict[str, Message] = dict(brought.messages) if brought else {}
        self._enums: dict[str, Enum] = dict(brought._enums) if brought else {}
        own: dict[str, Message] = {}
        for file in files:
            own.update(file.all_messages)
            self._enums.update(file.enums)
        self.messages.update(own)
        if not all(map(_is_scope, (*own, *(scope for file in files for scope, _, _ in file.extended)))):
            raise BadProto
        for file in files:
            for scope, extendee, field in file.extended:
                extended = _found(own, extendee, scope)
                if extended is not None:
                    self._resolve(field, scope)
                    extended.fields.setdefault(field.number, field)
        for message in own.values():
            for field in message.fields.values():
                self._resolve(field, message.name)
                field.hints = united(message.hints, field.hints)
            if (number := RAW_FIELDS.get(message.name)) in message.fields:
                message.fields[number].kind = RAW

    def at(self, indices: Sequence[int]) -> Message | None:
        """The message that these indices lead to: one of the schema's file, then one inside it."""
        level, found = self._main.messages, None
        for index in indices:
            if not 0 <= index < len(level):
                return None
            found = level[index]
            level = found.inner
        return found

    def _resolve(self, field: Field, scope: str) -> None:
        if not field.name_of_type or field.message is not None or field.enum is not None:
            return
        field.message = _found(self.messages, field.name_of_type, scope)
        if field.message is None:
            field.enum = _found(self._enums, field.name_of_type, scope)
        if field.kind != "group" or field.message is None:
            field.kind = "message" if field.message else "enum" if field.enum else "unknown"


def _is_scope(name: str) -> bool:
    return len(name) <= _LONGEST and name.count(".") <= _DEEPEST


def _found(among: Mapping[str, _Kind], name: str, scope: str) -> _Kind | None:
    """In the innermost scope that has the name; one that begins with a dot is whole."""
    if name.startswith("."):
        return among.get(name[1:])
    while scope:
        if (found := among.get(f"{scope}.{name}")) is not None:
            return found
        scope = scope.rpartition(".")[0]
    return among.get(name)


@lru_cache(maxsize=1)
def brought() -> Types:
    """What compilers and registries bring along."""
    return Types(tuple(map(parsed, FILES)))
