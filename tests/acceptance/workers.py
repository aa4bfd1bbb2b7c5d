"""Two workers as a person starts them, and what is done to them: SIGKILL for workers and for inspector children while there is lag."""

import asyncio
import contextlib
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path
from random import Random

import psutil

from tests.kafka.harness import PATIENCE_S, QUICK, ROOT, Site, Worker

DEMO = ROOT / "policies" / "demo"


class Pair:
    """Two workers of one group; whatever is killed is started again."""

    def __init__(self, site: Site, topics: list[str], folder: Path) -> None:
        self._site, self._topics, self._folder = site, topics, folder
        self._config = folder / "client.properties"
        self._config.write_text("".join(f"{name}={value}\n" for name, value in QUICK.items()), "utf-8")
        self._started = 0
        self.killed: Counter[str] = Counter()
        self.running = [self._start(), self._start()]

    @property
    def logs(self) -> list[Path]:
        return sorted(self._folder.glob("worker-*.log"))

    def _start(self) -> Worker:
        self._started += 1
        path = self._folder / f"worker-{self._started}.log"
        settings = {"bootstrap-servers": self._site.bootstrap, "kafka-config": self._config, "prefix": self._site.prefix}
        flags = settings | {"group": self._site.prefix, "policies": DEMO, "processes": 2}
        command = [sys.executable, "-m", "streams.cli.main", "worker", "--tagged"]
        command += [word for name, value in flags.items() for word in (f"--{name}", str(value))]
        command += [word for topic in self._topics for word in ("--tap", topic)]
        with path.open("wb") as log:
            worker = Worker(subprocess.Popen(command, cwd=ROOT, stdout=log, stderr=log, stdin=subprocess.DEVNULL), path)
        self._site.workers.append(worker)
        return worker

    async def harass(self, rng: Random, kills: int, within_s: tuple[float, float]) -> None:
        """`kills` SIGKILLs, worker or child as chance has it, from the first commit on and only while there is lag."""
        whole = await self._site.lag(self._topics)
        async with asyncio.timeout(PATIENCE_S):
            while await self._site.lag(self._topics) == whole:  # noqa: ASYNC110  # it happens on the broker
                await asyncio.sleep(0.2)
        for _ in range(kills):
            await asyncio.sleep(rng.uniform(*within_s))
            if not await self._site.lag(self._topics):
                return
            at = rng.randrange(2)
            children = self.running[at].children()
            if children and rng.random() < 0.5:
                with contextlib.suppress(psutil.NoSuchProcess):
                    rng.choice(children).kill()
                    self.killed["inspector children"] += 1
            else:
                self.running[at].kill()
                self.killed["workers"] += 1
                self.running[at] = self._start()

    async def drained(self) -> list[int]:
        """Exit codes after SIGTERM, also of one that was started a moment ago."""
        for worker in self.running:
            await worker.said("tap.started")
            worker.process.send_signal(signal.SIGTERM)
        return [await worker.ended() for worker in self.running]
