"""The demo's sequence: broker, dashboard, worker, traffic; then it waits until every message has its flow."""

import asyncio
import os
import sys
import threading
import time
from asyncio.subprocess import Process
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from itertools import takewhile
from pathlib import Path
from typing import Final

from schemas.model import SporError
from streams.dashboard.serve import Dashboard
from streams.demo.broker import embedded_broker
from streams.demo.material import TOPICS, Material, both_platforms
from streams.demo.reading import READ, reading
from streams.demo.tally import Tally
from streams.http import AddressError
from streams.kafka.admin import Admin
from streams.kafka.cluster import EMBEDDED, Cluster
from streams.settings import Settings
from streams.traffic.deliver import Topic, deliver

INTERVAL_MS: Final = 300  # between two messages' own times: some minutes of traffic, so that windows of a minute close
RATE: Final = 120.0  # messages a second, so that there is something to watch
STALLED_S: Final = 45.0  # without a new flow for so long the demo gives up
SETTLE_S: Final = 3.0  # for alerts and lineage behind the last flow
STOP_S: Final = 30.0  # what a worker may take to drain, and some
WORKER_LOG: Final = "worker.log"


class DemoFailed(SporError):
    """The demo could not come to its end."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a demo is told."""

    count: int
    seed: str
    out: Path
    policies: Path
    processes: int
    port: int = 8765  # of the page; a free one where it is taken


@dataclass
class Course:
    """How far it has come: what the screen shows."""

    page: str = ""
    sent: int = 0
    tally: Tally = field(default_factory=Tally)


@asynccontextmanager
async def demonstrate(plan: Plan, opened: Callable[[str], None], show: Callable[[Course], None]) -> AsyncIterator[Course]:
    """Runs until every message has its flow; inside, broker, worker and page are still there. Raises DemoFailed.

    `opened` hears the page's address, token included; `show` how far it has come.
    """
    course = Course()
    async with AsyncExitStack() as stack:
        cluster = stack.enter_context(embedded_broker())
        await Admin(cluster).touch([*TOPICS.values(), *READ])
        await stack.enter_async_context(reading(cluster, plan.out, course.tally))
        course.page = (await _dashboard(stack, cluster, plan)).url
        opened(course.page)
        worker = await stack.enter_async_context(_worker(cluster, plan))
        await _until_followed(plan, cluster, course, worker, show)
        yield course


async def _until_followed(plan: Plan, cluster: Cluster, course: Course, worker: Process, show: Callable[[Course], None]) -> None:
    stop = threading.Event()
    with Material(plan.out) as material:
        sending = asyncio.create_task(asyncio.to_thread(_send, plan, cluster, material, stop))
        try:
            moved = time.monotonic()
            while len(course.tally.records) < plan.count:
                before = len(course.tally.records)
                await asyncio.sleep(0.1)
                course.sent = material.written
                show(course)
                if len(course.tally.records) > before:
                    moved = time.monotonic()
                _check(worker, time.monotonic() - moved, plan)
        finally:
            stop.set()
            await sending
    await asyncio.sleep(SETTLE_S)
    show(course)


def _check(worker: Process, still_s: float, plan: Plan) -> None:
    if worker.returncode is not None:
        raise DemoFailed(f"the worker ended with code {worker.returncode}; {plan.out / WORKER_LOG} says why")
    if still_s > STALLED_S:
        raise DemoFailed(f"no new flow for {STALLED_S:.0f} seconds; {plan.out / WORKER_LOG} says what the worker does")


def _send(plan: Plan, cluster: Cluster, material: Material, stop: threading.Event) -> None:
    start = int(time.time() * 1000) - plan.count * INTERVAL_MS
    records = takewhile(lambda _: not stop.is_set(), both_platforms(plan.count, plan.seed, start, INTERVAL_MS))
    deliver(records, Topic.of(cluster, material), 1 / RATE)


async def _dashboard(stack: AsyncExitStack, cluster: Cluster, plan: Plan) -> Dashboard:
    settings = Settings(bootstrap_servers=cluster.bootstrap_servers, kafka=cluster.properties)
    try:
        return await stack.enter_async_context(Dashboard(settings, plan.out / "dashboard.db", port=plan.port))
    except AddressError:
        return await stack.enter_async_context(Dashboard(settings, plan.out / "dashboard.db", port=0))


@asynccontextmanager
async def _worker(cluster: Cluster, plan: Plan) -> AsyncIterator[Process]:
    """A worker as a process of its own, as it would run beside any Kafka; ended with SIGTERM, which drains it."""
    config = plan.out / "client.properties"
    config.write_text(f"{EMBEDDED}=true\n", "utf-8")
    taps = [argument for platform, topic in TOPICS.items() for argument in ("--tap", f"{topic}={platform}")]
    command = ["-m", "streams.cli.main", "worker", "--bootstrap-servers", cluster.bootstrap_servers, "--kafka-config", config.name]
    options = ["--policies", str(plan.policies.resolve()), "--processes", str(plan.processes), *taps]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("SPOR_")}
    with (plan.out / WORKER_LOG).open("wb") as log:
        process = await asyncio.create_subprocess_exec(
            sys.executable, *command, *options, stdout=log, stderr=log, cwd=plan.out, env=environment
        )
        try:
            yield process
        finally:
            await _ended(process)


async def _ended(process: Process) -> None:
    if process.returncode is None:
        process.terminate()
    try:
        await asyncio.wait_for(process.wait(), STOP_S)
    except TimeoutError:
        process.kill()
        await process.wait()
