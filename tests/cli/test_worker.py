"""`spor worker` as a process: how it ends when it was told to before anything could begin."""

import signal
import socket
import subprocess
import sys


def test_a_worker_that_is_told_to_end_while_it_waits_for_its_cluster_exits_0() -> None:
    with socket.create_server(("127.0.0.1", 0)) as deaf:  # accepts, and never answers
        command = [sys.executable, "-m", "streams.cli.main", "worker", "--tap", "orders"]
        servers = f"127.0.0.1:{deaf.getsockname()[1]}"
        with subprocess.Popen([*command, "--bootstrap-servers", servers], stderr=subprocess.PIPE) as process:
            connection, _ = deaf.accept()
            process.send_signal(signal.SIGTERM)
            said = process.communicate(timeout=60)[1]
            connection.close()
    assert process.returncode == 0, said.decode()
