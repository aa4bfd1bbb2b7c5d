"""Structured log lines on stderr: an event's name and ids, one JSON object a line, and never a payload."""

import logging
import sys
from collections.abc import Mapping
from typing import Any, Final

import structlog
from structlog.typing import EventDict, WrappedLogger

from schemas.model import SporError

LEVELS: Final = ("debug", "info", "warning", "error")
# At DEBUG some of these write keys and values of records, so none is ever asked for more than this.
PINNED: Final = {
    "faust": logging.WARNING,
    "mode": logging.WARNING,
    "streams": logging.WARNING,  # what mode says of our services; our own events are under `spor`
    "aiokafka": logging.WARNING,
    "librdkafka": logging.CRITICAL,  # a line for every attempt to connect; the cause stands in our own error
    "presidio-analyzer": logging.ERROR,
    "presidio_analyzer": logging.ERROR,
    "tldextract": logging.ERROR,
    "asyncio": logging.WARNING,
    "uvicorn": logging.WARNING,
    "httpx": logging.WARNING,
    "aiohttp": logging.WARNING,
}
QUIET: Final = ("faust.topics", "faust.channels", "faust.agents.replies")  # their messages quote what is sent


class UnknownLevel(SporError):
    """A log level that there is none of."""


def configure(level: str = "info") -> None:
    """Send our own events and those of the libraries to stderr; the libraries' levels are pinned. Raises UnknownLevel."""
    if level.lower() not in LEVELS:
        raise UnknownLevel(f"--log-level is one of {', '.join(LEVELS)}")
    number = logging.getLevelNamesMapping()[level.upper()]
    handler = logging.StreamHandler(sys.stderr)
    shared: list[Any] = [structlog.stdlib.add_log_level, structlog.processors.TimeStamper("iso", utc=True)]
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[*shared, _library],
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, _say_errors, structlog.processors.JSONRenderer()],
        )
    )
    handler.addFilter(_name_errors)
    logging.raiseExceptions = False  # a line that cannot be formatted is dropped, not printed with its arguments
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(number)
    for name, least in PINNED.items():
        logging.getLogger(name).setLevel(max(least, number))
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.CRITICAL)
    structlog.configure(
        processors=[structlog.stdlib.filter_by_level, *shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )


def _name_errors(record: logging.LogRecord) -> bool:
    """An exception in a library's message is named, not quoted."""
    if isinstance(record.args, tuple):
        record.args = tuple(map(_named, record.args))
    elif isinstance(record.args, Mapping):
        record.args = {key: _named(value) for key, value in record.args.items()}
    return True


def _named(argument: object) -> object:
    return type(argument).__name__ if isinstance(argument, BaseException) else argument


def _library(logger: WrappedLogger, method: str, event: EventDict) -> EventDict:
    """A library's line keeps its logger's name; its text is the event."""
    record = event.get("_record")
    if isinstance(record, logging.LogRecord):
        event["logger"] = record.name
    return event


def _say_errors(logger: WrappedLogger, method: str, event: EventDict) -> EventDict:
    """An exception is written as its type and the place where it was raised: its text may quote data."""
    info = event.pop("exc_info", None)
    if info is True:
        info = sys.exc_info()
    error = info if isinstance(info, BaseException) else info[1] if isinstance(info, tuple) else None
    if error is not None:
        event["error"] = type(error).__name__
        event["where"] = where(error)
    event.pop("stack_info", None)
    return event


def where(error: BaseException) -> str:
    """`file.py:line` of the innermost frame."""
    trace = error.__traceback__
    if trace is None:
        return ""
    while trace.tb_next is not None:
        trace = trace.tb_next
    return f"{'/'.join(trace.tb_frame.f_code.co_filename.split('/')[-3:])}:{trace.tb_lineno}"
