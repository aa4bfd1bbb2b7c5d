"""A worker with two inspectors beside a bare copy loop, over the same records on the same broker."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import psutil
from confluent_kafka import Consumer, TopicPartition
from confluent_kafka.admin import AdminClient, NewTopic

from streams.kafka.cluster import Cluster
from streams.policy.load import shipped_packs
from streams.traffic.deliver import Planted, Topic, deliver
from streams.traffic.generate import Load, traffic

RUN = f"bench-{os.getpid()}"  # a given broker may know an earlier run's topics
SOURCE, TARGET, PREFIX = f"{RUN}-source", f"{RUN}-copy", RUN
PARTITIONS = 4
PROCESSES = 2
FROM, TO = 0.1, 0.9  # of the flows: start-up and the last, smaller batches are left out
PATIENCE_S = 300


def compare(servers: str, count: int) -> dict[str, Any]:
    """Both ways over `count` ConnXio records, one after the other."""
    _topics(servers)
    load = Load("connxio", count, "bench", PARTITIONS, topic=SOURCE).ending(int(time.time() * 1000))
    deliver(traffic(load), Topic.of(Cluster(servers), Planted(None)), None)
    copied = _copy(servers, count)
    worked = _work(servers, count)
    ratio = round(copied["messages_per_s"] / worked["messages_per_s"], 1)
    return {"ways": [worked, copied], "copy_loop_is_times_as_fast": ratio}


def spor(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "streams.cli.main", *arguments]


@contextmanager
def worker(servers: str, *arguments: str) -> Iterator[psutil.Process]:
    """A worker process with the demo's policies, ended with SIGTERM."""
    command = spor("worker", "--bootstrap-servers", servers, "--policies", str(shipped_packs().parent / "demo"), *arguments)
    with psutil.Popen(command, stderr=subprocess.DEVNULL) as process:
        try:
            yield process
        finally:
            process.terminate()


@contextmanager
def end(servers: str, topic: str) -> Iterator[Callable[[], int]]:
    """A function that tells how many records the topic's partitions have taken."""
    consumer = Consumer({"bootstrap.servers": servers, "group.id": f"{RUN}-ends"})
    partitions = [TopicPartition(topic, p) for p in consumer.list_topics(topic, timeout=10).topics[topic].partitions]
    try:
        yield lambda: sum(consumer.get_watermark_offsets(p, timeout=10)[1] for p in partitions)
    finally:
        consumer.close()


def _topics(servers: str) -> None:
    admin = AdminClient({"bootstrap.servers": servers})
    made = admin.create_topics([NewTopic(name, PARTITIONS, 1) for name in (SOURCE, TARGET)])
    for future in made.values():
        future.result(30)
    subprocess.run(spor("topics", "create", "--bootstrap-servers", servers, "--prefix", PREFIX), check=True, stdout=subprocess.DEVNULL)


def _copy(servers: str, count: int) -> dict[str, Any]:
    command = [sys.executable, "-m", "benchmarks.copyloop", servers, SOURCE, TARGET, str(count)]
    told = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return _row("bare aiokafka copy loop", count, told["seconds"], told["cpu_seconds"])


def _work(servers: str, count: int) -> dict[str, Any]:
    flows = f"{PREFIX}.flows"
    arguments = ("--prefix", PREFIX, "--group", RUN, "--tap", f"{SOURCE}=connxio", "--processes", str(PROCESSES), "--log-level", "info")
    with worker(servers, *arguments) as process, end(servers, flows) as ended:
        first = _wait(ended, int(count * FROM), process)
        began, cpu = time.perf_counter(), _cpu(process)
        last = _wait(ended, int(count * TO), process)
        return _row(f"spor worker, {PROCESSES} inspectors", last - first, time.perf_counter() - began, _cpu(process) - cpu)


def _wait(ended: Callable[[], int], until: int, process: psutil.Process) -> int:
    deadline = time.monotonic() + PATIENCE_S
    while (at := ended()) < until:
        if not process.is_running() or time.monotonic() > deadline:
            raise SystemExit(f"the worker stopped at {at} of {until} flows")
        time.sleep(0.1)
    return at


def _cpu(process: psutil.Process) -> float:
    """CPU seconds of the worker and its inspectors so far."""
    return float(sum(sum(p.cpu_times()[:2]) for p in (process, *process.children(recursive=True))))


def _row(name: str, messages: int, seconds: float, cpu: float) -> dict[str, Any]:
    return {"name": name, "messages_per_s": round(messages / seconds, 1), "cpu_us_per_message": round(cpu / messages * 1e6)}
