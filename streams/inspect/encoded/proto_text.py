"""Parse the text of a .proto file (proto2, proto3, editions) into what it declares; of options only what they say of a field is kept."""

from typing import Final

from streams.inspect.encoded import hints as hinted
from streams.inspect.encoded.cursor import Hints
from streams.inspect.encoded.proto_tokens import Token, tokens, unquoted
from streams.inspect.encoded.proto_words import BadProto, Enum, Field, File, Message

SCALARS: Final = frozenset(
    {
        *("double", "float", "int32", "int64", "uint32", "uint64", "sint32", "sint64"),
        *("fixed32", "fixed64", "sfixed32", "sfixed64", "bool", "string", "bytes"),
    }
)
_DEEPEST: Final = 64
_META: Final = ("confluent.field_meta", "confluent.message_meta")
_CLOSERS: Final = {"{": "}", "[": "]", "(": ")", "<": ">"}


def parsed(source: str) -> File:
    """The file's declarations. Raises BadProto."""
    return _Parser(source).file()


class _Parser:
    def __init__(self, source: str) -> None:
        self._tokens = tokens(source)
        self._at = 0
        self._file = File()

    def file(self) -> File:
        while self._peek().kind != "end":
            word = self._next().text
            if word == "package":
                self._file.package = self._name()
                self._expect(";")
            elif word == "message":
                self._file.messages.append(self._message(self._file.package, 0))
            elif word == "enum":
                self._enum(self._file.package)
            elif word == "extend":
                self._extend(self._file.package, 0)
            elif word != ";":
                self._pass_over()
        return self._file

    def _peek(self) -> Token:
        return self._tokens[self._at]

    def _next(self) -> Token:
        token = self._tokens[self._at]
        if token.kind == "end":
            raise BadProto
        self._at += 1
        return token

    def _expect(self, text: str) -> Token:
        token = self._next()
        if token.text != text:
            raise BadProto
        return token

    def _taken(self, text: str) -> bool:
        if self._peek().text == text:
            self._at += 1
            return True
        return False

    def _name(self) -> str:
        token = self._next()
        if token.kind != "name":
            raise BadProto
        return token.text

    def _number(self) -> int:
        sign = -1 if self._taken("-") else 1
        text = self._next().text
        try:
            return sign * int(text, 8 if text.startswith("0") and text.isdigit() and len(text) > 1 else 0)
        except ValueError:
            raise BadProto from None

    def _pass_over(self) -> None:
        """To the end of a statement, or of the block that it is."""
        while True:
            text = self._next().text
            if text == ";":
                return
            if text in _CLOSERS:
                self._pass_block(_CLOSERS[text])
                if text == "{" and self._peek().text != ";":
                    return

    def _pass_block(self, closer: str) -> None:
        waiting = [closer]
        while waiting:
            text = self._next().text
            if text in _CLOSERS:
                waiting.append(_CLOSERS[text])
            elif text == waiting[-1]:
                waiting.pop()

    def _message(self, scope: str, depth: int) -> Message:
        message = Message(_within(scope, self._name()))
        self._file.all_messages[message.name] = message
        self._expect("{")
        self._members(message, depth)
        return message

    def _members(self, message: Message, depth: int) -> None:
        if depth > _DEEPEST:
            raise BadProto
        while not self._taken("}"):
            before, word = self._peek().before, self._peek().text
            if word == "message" and self._is_block():
                self._at += 1
                message.inner.append(self._message(message.name, depth + 1))
            elif word == "enum" and self._is_block():
                self._at += 1
                self._enum(message.name)
            elif word == "extend" and self._tokens[self._at + 2].text == "{":
                self._at += 1
                self._extend(message.name, depth + 1)
            elif word == "oneof" and self._is_block():
                self._at += 3
                self._members(message, depth + 1)
            elif word == "option":
                message.hints = hinted.united(message.hints, hinted.tags(self._option(";")))
                self._expect(";")
            elif word in ("reserved", "extensions") and self._tokens[self._at + 1].text != "=":
                self._pass_over()
            elif not self._taken(";"):
                field = self._field(message, before, depth)
                message.fields[field.number] = field

    def _is_block(self) -> bool:
        """Whether the next words are a keyword, a name and a brace: a field may be called `message` too."""
        return self._tokens[self._at + 1].kind == "name" and self._tokens[self._at + 2].text == "{"

    def _field(self, message: Message, before: str, depth: int) -> Field:
        repeated = False
        while self._peek().text in ("optional", "required", "repeated") and self._tokens[self._at + 1].kind == "name":
            repeated = self._next().text == "repeated" or repeated
        written = self._name()
        if written == "group" and self._tokens[self._at + 1].text == "=":
            return self._group(message, repeated, depth)
        if written == "map" and self._taken("<"):
            return self._map(message, before)
        name = self._name()
        return self._numbered(Field(0, name, *_kind(written, repeated)), before)

    def _numbered(self, field: Field, before: str) -> Field:
        self._expect("=")
        field.number = self._number()
        hints: Hints = ()
        if self._taken("["):
            hints = self._option("]")
            self._expect("]")
        end = self._expect(";")
        doc = next((hint for hint in hints if hint.startswith("doc ")), None)
        field.hints = hints if doc else hinted.united(hints, hinted.of(doc=before or end.behind))
        return field

    def _group(self, message: Message, repeated: bool, depth: int) -> Field:
        """A field that is a message of its own, its name in lower case."""
        inner = Message(_within(message.name, self._name()))
        self._expect("=")
        number = self._number()
        if self._taken("["):
            self._pass_block("]")
        self._file.all_messages[inner.name] = inner
        message.inner.append(inner)
        self._expect("{")
        self._members(inner, depth + 1)
        return Field(number, inner.name.rpartition(".")[2].lower(), "group", repeated, "." + inner.name)

    def _map(self, message: Message, before: str) -> Field:
        key = self._name()
        self._expect(",")
        value = self._name()
        self._expect(">")
        name = self._name()
        field = self._numbered(Field(0, name, "", repeated=True), before)
        entry = Message(_within(message.name, _camel(name) + "Entry"), entry=True)
        entry.fields = {1: Field(1, "key", *_kind(key, False)), 2: Field(2, "value", *_kind(value, False), hints=field.hints)}
        self._file.all_messages[entry.name] = entry
        message.inner.append(entry)
        field.name_of_type = "." + entry.name
        return field

    def _enum(self, scope: str) -> None:
        enum = Enum(_within(scope, self._name()))
        self._file.enums[enum.name] = enum
        self._expect("{")
        while not self._taken("}"):
            name = self._name()
            if name in ("option", "reserved") and self._peek().text != "=":
                self._pass_over()
                continue
            self._expect("=")
            enum.values.setdefault(self._number(), name)
            if self._taken("["):
                self._pass_block("]")
            self._expect(";")
            while self._taken(";"):
                pass

    def _extend(self, scope: str, depth: int) -> None:
        extendee = self._name()
        holder = Message(scope)
        self._expect("{")
        self._members(holder, depth)
        self._file.extended += [(scope, extendee, field) for field in holder.fields.values()]

    def _option(self, closer: str) -> Hints:
        """Up to the closer, which is left standing: what a producer's own options say of the field."""
        found: Hints = ()
        while self._peek().text != closer:
            token = self._next()
            if token.text == "(" and self._peek().text.lstrip(".") in _META:
                self._at += 1
                self._expect(")")
                part = self._next().text.lstrip(".") if self._peek().kind == "name" else ""
                self._expect("=")
                found = hinted.united(found, self._meta(part))
            elif token.text in _CLOSERS:
                self._pass_block(_CLOSERS[token.text])
        return found

    def _meta(self, part: str) -> Hints:
        """`{doc: "…", tags: ["PII"]}`, or the value of one part."""
        if part:
            return _of_meta(part, self._texts())
        found: Hints = ()
        closer = _CLOSERS[self._expect("{").text]
        while not self._taken(closer):
            name = self._next().text
            if self._taken(":") or name not in ("doc", "tags"):
                texts = self._texts()
                found = hinted.united(found, _of_meta(name, texts))
        return found

    def _texts(self) -> list[str]:
        """One value: a text (several in a row are one), or a list of them; anything else is passed over."""
        if self._taken("["):
            found = []
            while not self._taken("]"):
                token = self._next()
                if token.kind == "text":
                    found.append(unquoted(token.text))
            return found
        if self._peek().text in ("{", "<"):
            self._pass_block(_CLOSERS[self._next().text])
            return []
        if self._peek().kind != "text":
            return []
        written = unquoted(self._next().text)
        while self._peek().kind == "text":
            written += unquoted(self._next().text)
        return [written]


def _of_meta(part: str, texts: list[str]) -> Hints:
    if part == "doc":
        return hinted.of(doc="".join(texts))
    return hinted.of(tags=texts) if part == "tags" else ()


def _kind(written: str, repeated: bool) -> tuple[str, bool, str]:
    return (written, repeated, "") if written in SCALARS else ("", repeated, written)


def _within(scope: str, name: str) -> str:
    return f"{scope}.{name}" if scope else name


def _camel(name: str) -> str:
    return "".join(part[:1].upper() + part[1:] for part in name.split("_"))
