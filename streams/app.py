"""The map of the house: one page that reads as the way of a message through a worker."""

import tempfile
from pathlib import Path

import faust
import mode

from streams import agents
from streams.fold.service import FoldLoop
from streams.kafka.cluster import Cluster
from streams.kafka.groups import agents_group
from streams.settings import Settings
from streams.tap.pool import FACTORY, InspectorPool
from streams.tap.pump import Pump


def build(settings: Settings, *, factory: str = FACTORY) -> faust.App:
    """A worker, put together and not started. `factory`: of the inspectors, as `module:function`."""
    app = _app(settings)
    pool = InspectorPool(
        settings.processes,
        settings.policies,
        settings.record_timeout_s,
        factory=factory,
        log_level=settings.log_level,
        references=settings.references,
        nlp=settings.nlp,
    )
    app.service(Pump(settings, pool))  # sources -> inspector children -> flows, spans, tagged copies, dead letters
    app.service(FoldLoop(settings))  # flows -> state, partials of windows and alerts
    agents.register(app, settings)  # partials -> lineage and alerts
    return app


def _app(settings: Settings) -> faust.App:
    """Faust with what it would do silently switched off: no web server, no topics of its own, no guessing where to begin."""
    return faust.App(
        agents_group(settings),
        **Cluster.of(settings).faust(),
        agent_supervisor=mode.CrashingSupervisor,  # an agent that fails ends the worker; nothing hangs looking healthy
        web_enabled=False,
        topic_disable_leader=True,
        topic_allow_declare=False,
        stream_wait_empty=False,
        consumer_auto_offset_reset="earliest",
        broker_commit_interval=1.0,
        broker_max_poll_interval=15 * 60.0,
        producer_linger=0.02,
        producer_request_timeout=30.0,  # the default is twenty minutes
        store="memory://",
        datadir=Path(tempfile.gettempdir()) / agents_group(settings),  # Faust makes it, and keeps nothing in it
    )
