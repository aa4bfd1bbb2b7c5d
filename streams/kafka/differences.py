"""How the topics on the cluster differ from the table: what `spor topics check` says and a worker looks at before it starts."""

from collections.abc import Sequence

from streams.kafka.admin import Admin
from streams.kafka.topics import Topic, sources, tagged
from streams.settings import Settings


async def wanted_tagged(admin: Admin, settings: Settings) -> list[Topic]:
    """The tagged copies' topics for the sources that exist now."""
    existing = await admin.partitions()
    names = sources(settings, existing)
    kept = await admin.settings(names)
    return [tagged(settings, name, existing[name], kept.get(name, {})) for name in names]


async def differences(admin: Admin, wanted: Sequence[Topic]) -> dict[str, list[str]]:
    """Per topic that is not as it should be, in words; topics that are in order are left out."""
    existing = await admin.partitions()
    kept = await admin.settings(t.name for t in wanted if t.name in existing)
    found = {topic.name: _of(topic, existing.get(topic.name), kept.get(topic.name, {})) for topic in wanted}
    return {name: said for name, said in found.items() if said}


def _of(topic: Topic, partitions: int | None, kept: dict[str, str]) -> list[str]:
    if partitions is None:
        return ["does not exist"]
    said = []
    if topic.partitions is not None and partitions < topic.partitions:
        said.append(f"partitions: {partitions}, wanted {topic.partitions}")
    if kept:
        said += [f"{k}: {kept.get(k)}, wanted {v}" for k, v in topic.settings.items() if _normal(kept.get(k)) != _normal(v)]
    return said


def _normal(value: str | None) -> str | None:
    return None if value is None else ",".join(sorted(part.strip() for part in value.split(",")))


async def create(admin: Admin, topic: Topic, partitions: int, replication: int) -> str:
    """`created`, `grown` or `exists`. Raises ClusterUnavailable."""
    wanted = topic.partitions or partitions
    if await admin.create(topic.name, wanted, replication, topic.settings):
        return "created"
    if topic.partitions is not None and (await admin.partitions()).get(topic.name, wanted) < wanted:
        await admin.grow(topic.name, wanted)
        return "grown"
    return "exists"
