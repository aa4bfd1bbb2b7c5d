"""What an integration's connections and steps say of places: adapters, enrichments and log webhooks, each with host and country."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from schemas.hosts import country_of, region_country
from streams.policy.addresses import Address, of_connection_string, of_url
from streams.policy.definition import Node

Row = dict[str, Any]  # a part of a registry entry as it is written, empty fields left out

_URLS: Final = ("endpointURL", "url", "restUrl", "baseUrl", "host")
_STRINGS: Final = (
    *("storageConnectionString", "topicConnectionString", "queueConnectionString", "connectionString"),
    *("eventHubConnectionString", "eventGridStorageAccountConnectionString"),
)
_LEVELS: Final = {"0": "error", "1": "minimum", "2": "standard", "3": "verbose", "4": "off"}  # as the log step's page numbers them
_LEVEL_WORDS: Final = {"none": "error", "never": "off", **{word: word for word in _LEVELS.values()}}  # as code and portal name them
_LOOKUPS: Final = {
    "datacollection": "data-collection",
    "httpdatacollection": "data-collection",
    "rest": "rest",
    "dataverse": "dataverse",
    "blobget": "blob",
    "getblob": "blob",
}
_UPSERT: Final = frozenset({"2", "upsert"})


@dataclass(slots=True)
class Notes:
    """What a person should know of an import and the registry cannot hold: pointers and our words, nothing of the definition's."""

    said: list[str] = field(default_factory=list)

    def say(self, node: Node, says: str) -> None:
        text = f"{node.at}: {says}"
        if text not in self.said:
            self.said.append(text)


def placed(node: Node, address: Address, notes: Notes) -> Row:
    """Host, country and protocol. The region that the definition states wins over the host's; where they differ it is unknown."""
    row: Row = {}
    if address.host:
        row["host"] = address.host
    stated = _stated(node)
    told = country_of(address.host) if address.host else None
    if stated and told and stated != told:
        notes.say(node, "the stated region and the host's lie in different countries; country left unknown")
        stated = told = None
    if address.host or stated:
        row["country"] = stated or told or "unknown"
    if address.protocol:
        row["protocol"] = address.protocol
    return row


def _stated(node: Node) -> str | None:
    country = node.get("country").text()
    if country and len(country) == 2 and country.isascii() and country.isalpha():
        return country.upper()
    return next((found for key in ("region", "location") if (found := region_country(node.get(key).text() or ""))), None)


def adapters(connection: Node, direction: str, notes: Notes) -> Iterator[Row]:
    """The rows of one connection: its own, its fallback's, and that of the acknowledgement that it asks for."""
    if not connection.get("enabled").flag(default=True):
        notes.say(connection, "this connection is switched off and left out")
        return
    kind = connection.get("adapterType").text() or "unnamed"
    properties = connection.get("connectionProperties").embedded()
    yield _adapter(direction, kind, properties, connection, notes)
    fallback = properties.get("restConnectionPropertiesSecondary")
    if fallback.value is not None and (address := _address(fallback, kind)).host:
        yield {"direction": direction, "type": kind, **placed(fallback, address, notes)}
    answer = connection.get("ackOptions")
    if answer.get("sendAck").flag() or answer.get("sendNegativeAck").flag():
        kind = answer.get("adapterType").text() or "unnamed"
        yield _adapter("outbound", kind, answer.get("connectionProperties").embedded(), answer, notes)


def _adapter(direction: str, kind: str, properties: Node, connection: Node, notes: Notes) -> Row:
    row: Row = {"direction": direction, "type": kind}
    target = properties.get("integrationId").text()
    if kind.lower() == "redirect" and target:
        return row | {"flow_id": target}
    address = _address(properties, kind)
    if address.macro:
        notes.say(connection, "its host is put together for each message (a macro or a variable); no endpoint could be registered")
    elif not address.host and kind.lower() not in ("api", "timetrigger", "eventstream", "discard", "redirect"):
        notes.say(connection, "its host stands elsewhere (a security configuration, say); register the endpoint by hand")
    return row | placed(properties, address, notes)


def _address(properties: Node, kind: str) -> Address:
    """The first address that has a host; else one that says why there is none."""
    found = [of_url(text, _protocol(properties, kind)) for key in _URLS if (text := secret_free(properties.get(key)))]
    sort = properties.get("type").text() if isinstance(properties.get("type").value, str) else None
    found += [of_connection_string(text, sort) for key in _STRINGS if (text := secret_free(properties.get(key)))]
    with_host = [address for address in found if address.host]
    return (with_host or sorted(found, key=lambda a: not a.macro) or [Address()])[0]


def secret_free(node: Node) -> str | None:
    """A text, or that of a secret's object; what is made of it keeps no more than a host."""
    value = node.get("decryptedValue") if isinstance(node.value, dict) else node
    return value.text()


def _protocol(properties: Node, kind: str) -> str | None:
    """The protocol that the adapter's type names by itself."""
    word = kind.lower()
    if word == "email":
        sort = (properties.get("hostType").text() or "").lower()
        named = sort if sort in ("pop3", "imap", "smtp") else None
        return named + ("s" if properties.get("useSsl").flag() else "") if named else None
    return word if word in ("sftp", "ftp") else None


@dataclass(slots=True)
class Steps:
    """What the steps between in and out reach."""

    enriches: list[Row] = field(default_factory=list)  # look-ups
    sends: list[Row] = field(default_factory=list)  # of these, the ones that are asked with the message itself
    delivers: list[Row] = field(default_factory=list)  # adapters: steps that write the message into a store


def steps(sub: Node, notes: Notes) -> Steps:
    """The steps of a sub-integration that are switched on and reach out of the platform."""
    found = Steps()
    for step in sub.get("transformations").items():
        kind = _LOOKUPS.get((step.get("transformationType").text() or "").lower().replace(" ", ""))
        if kind is None or not step.get("enabled").flag(default=True):
            continue
        properties = step.get("properties").embedded()
        address = _address(properties, kind)
        if address.macro:
            notes.say(step, "its host is put together for each message (a macro or a variable); it was not registered")
        where = placed(properties, address, notes)
        if kind == "dataverse" and (properties.get("operation").text() or "").lower() in _UPSERT:
            found.delivers.append({"direction": "outbound", "type": "Dataverse"} | where)
            continue
        found.enriches.append({"kind": kind, **where, **(_columns(properties) if kind == "dataverse" else {})})
        if properties.get("useContentAsRequestBody").flag():
            found.sends.append(where)
    return found


def _columns(properties: Node) -> Row:
    chosen = properties.get("selectedFields")
    names = chosen.text() if isinstance(chosen.value, str) else None
    fields = [name.strip() for name in names.split(",")] if names else [] if isinstance(chosen.value, str) else _texts(chosen)
    entity = properties.get("entityName").text()
    return {**({"entity": entity} if entity else {}), **({"fields": fields} if (fields := [f for f in fields if f]) else {})}


def _texts(node: Node) -> list[str]:
    return [text for item in node.items() if (text := item.text())]


def logging(integration: Node, sub: Node, notes: Notes) -> Row:
    """What is logged of one sub-integration. Its overrides count where they are switched on; a webhook is one row, and the service
    that takes the content in its stead another one."""
    own = integration.get("internalLoggingOptions")
    over = sub.get("loggingWebhookOverrides")
    over = over if over.get("enabled").flag() else Node(None, over.at)
    row: Row = {
        "level": level(own.get("logLevel")) or "off",
        "content": own.get("logMessageContent").flag(),
        "metadata": own.get("logMetaData").flag(),
    }
    webhooks: list[Row] = []
    for webhook in integration.get("loggingWebhooks").items():
        webhooks += _webhook(webhook, over, notes)
    return row | ({"webhooks": webhooks} if webhooks else {})


def _webhook(webhook: Node, over: Node, notes: Notes) -> Iterator[Row]:
    switches: Row = {
        "level": level(over.get("logLevel")) or level(webhook.get("logLevel")) or "standard",
        "content": over.get("logMessageContent").flag(webhook.get("logMessageContent").flag()),
        "metadata": over.get("logMetaData").flag(webhook.get("logMetaData").flag()),
        "enabled": webhook.get("enabled").flag(default=True),
    }
    yield _received(webhook, notes) | switches
    service = webhook.get("externalContentServiceWebhook")
    if webhook.get("useExternalContentService").flag() and service.value is not None:
        yield _received(service, notes) | switches | {"content": True, "metadata": False}


def _received(webhook: Node, notes: Notes) -> Row:
    address = _address(webhook, "REST")
    if not address.host:
        notes.say(webhook, "the host of this log webhook is no constant; its country is unknown")
    return {"country": "unknown"} | placed(webhook, address, notes)


def level(node: Node) -> str | None:
    """A log level by its number or its word."""
    word = node.text()
    if word is None:
        return None
    found = _LEVELS.get(word) or _LEVEL_WORDS.get(word.lower())
    if found is None:
        node.refuse("no log level: wants 0 to 4, or Error, Minimum, Standard, Verbose, Off")
    return found
