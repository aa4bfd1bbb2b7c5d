"""A worker as a process of its own, with inspectors for tests: `python -m tests.kafka.worker '{"taps": […], …}'`."""

import importlib.util
import json
import signal
import sys
import types
from typing import Any

from schemas.model import SporError


def _stand_in() -> None:
    """TEMPORARY"""
    if importlib.util.find_spec("streams.fold") is None:
        import mode

        fold = types.ModuleType("streams.fold")
        service = types.ModuleType("streams.fold.service")

        class FoldLoop(mode.Service):
            def __init__(self, settings: Any, **kw: Any) -> None:
                super().__init__(**kw)

        service.FoldLoop = FoldLoop
        sys.modules |= {"streams.fold": fold, "streams.fold.service": service}
    if importlib.util.find_spec("streams.agents") is None:
        agents = types.ModuleType("streams.agents")

        def register(app: Any, settings: Any) -> None:
            topic = app.topic(settings.topic("partials"), value_serializer="raw", key_serializer="raw")

            @app.agent(topic)
            async def nothing(stream: Any) -> None:
                async for _ in stream:
                    pass

        agents.register = register
        sys.modules["streams.agents"] = agents
        import streams

        streams.agents = agents


def main() -> int:
    _stand_in()
    from streams import worker
    from streams.settings import Settings, Tap

    given = json.loads(sys.argv[1])
    factory = given.pop("factory", "tests.tap.inspectors:mortal")
    taps = tuple(Tap(*tap) for tap in given.pop("taps"))
    try:
        return worker.run(Settings(taps=taps, **given), factory=factory)
    except SporError as wrong:
        print(f"spor: {wrong}", file=sys.stderr)
        return 3


if __name__ == "__main__":
    sys.exit(main())
