"""Hosts for the tests: a real HTTPS server with a certificate of an authority made here, which answers as it is told to."""

import asyncio
import contextlib
import ssl
import subprocess
import threading
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

NAMES = ("files.example.org", "other.example.org", "deep.store.example.org", "localhost")
Answer = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@dataclass(frozen=True)
class Authority:
    """Files in PEM: an authority, a certificate of it for NAMES and 127.0.0.1, and one for a name that nobody asks."""

    ca: Path
    cert: Path
    wrong_cert: Path
    key: Path

    @classmethod
    def make(cls, folder: Path) -> "Authority":
        made = cls(folder / "ca.pem", folder / "cert.pem", folder / "wrong.pem", folder / "key.pem")
        curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
        ca_key = str(folder / "ca.key")
        _openssl("req", "-x509", *curve, "-days", "2", "-subj", "/CN=test authority", "-keyout", ca_key, "-out", str(made.ca))
        _openssl("req", *curve, "-subj", "/CN=test", "-keyout", str(made.key), "-out", str(folder / "csr.pem"))
        for path, names in ((made.cert, [*(f"DNS:{n}" for n in NAMES), "IP:127.0.0.1"]), (made.wrong_cert, ["DNS:nobody.example.org"])):
            (folder / "ext").write_text(f"subjectAltName={','.join(names)}\n", "utf-8")
            signed = ["-CA", str(made.ca), "-CAkey", ca_key, "-CAcreateserial", "-days", "2", "-extfile", str(folder / "ext")]
            _openssl("x509", "-req", "-in", str(folder / "csr.pem"), *signed, "-out", str(path))
        return made


def _openssl(*arguments: str) -> None:
    subprocess.run(["openssl", *arguments], check=True, capture_output=True)


@dataclass
class Server:
    """Answers by path. `asked` keeps every request's head."""

    port: int = 0
    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def __setitem__(self, path: str, answer: Answer | bytes) -> None:
        self.answers[path] = _whole(answer) if isinstance(answer, bytes) else answer

    def header(self, name: str) -> list[str | None]:
        """A header of each request, in order."""
        return [
            next((line.partition(":")[2].strip() for line in head.split("\r\n") if line.lower().startswith(f"{name.lower()}:")), None)
            for head in self.asked
        ]

    def paths(self) -> list[str]:
        return [head.split(" ")[1] for head in self.asked]

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError, ssl.SSLError):
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            self.asked.append(head)
            path = head.split(" ")[1].partition("?")[0]
            await self.answers.get(path, _whole(reply(b"", "404 Not Found")))(reader, writer)
            await writer.drain()
        writer.close()


@contextlib.contextmanager
def running(certificate: tuple[Path, Path] | None) -> Iterator[Server]:
    """A server on a loop and a thread of its own; without a certificate it speaks plain HTTP."""
    server, loop, ready = Server(), asyncio.new_event_loop(), threading.Event()
    context = None
    if certificate is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*certificate)

    async def main() -> None:
        listening = await asyncio.start_server(server.serve, "127.0.0.1", 0, ssl=context)
        server.port = listening.sockets[0].getsockname()[1]

    def work() -> None:
        asyncio.set_event_loop(loop)
        loop.set_exception_handler(lambda *_: None)  # callers that hang up in the middle
        loop.run_until_complete(main())
        loop.call_soon(ready.set)  # from here on it can be stopped
        loop.run_forever()
        for task in asyncio.all_tasks(loop):
            task.cancel()
        loop.run_until_complete(asyncio.sleep(0))
        loop.close()

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    assert ready.wait(10)
    try:
        yield server
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join(10)


def reply(body: bytes, status: str = "200 OK", **headers: str) -> bytes:
    """A whole answer; `_` in a header's name is `-`."""
    told = {"Content-Length": str(len(body)), "Connection": "close", **{k.replace("_", "-"): v for k, v in headers.items()}}
    return f"HTTP/1.1 {status}\r\n".encode() + b"".join(f"{k}: {v}\r\n".encode() for k, v in told.items()) + b"\r\n" + body


def moved(location: str, status: str = "302 Found") -> bytes:
    return reply(b"", status, Location=location)


def _whole(answer: bytes) -> Answer:
    async def write(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(answer)

    return write


def never(*first: bytes) -> Answer:
    """Says so much, and then nothing."""

    async def write(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.writelines(first)
        await writer.drain()
        await reader.read()

    return write


def trickle(head: bytes, piece: bytes, every_s: float) -> Answer:
    """A piece at a time, for as long as somebody listens."""

    async def write(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(head)
        while True:
            writer.write(piece)
            await writer.drain()
            await asyncio.sleep(every_s)

    return write


def endless(head: bytes) -> Answer:
    """As much as it can send."""
    return trickle(head, b"x" * 65536, 0)
