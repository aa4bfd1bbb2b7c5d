"""`spor worker` before anything can begin: what it is told wrongly, and how it ends as a process."""

import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest
import typer

from streams.cli.worker import _address, _checked
from streams.settings import Settings


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


@pytest.mark.parametrize("text", ["", "9464", ":9464", "localhost", "localhost:", "localhost:0", "localhost:65536", "localhost:²"])
def test_an_address_for_metrics_that_is_none_is_wrong_use(text: str) -> None:
    with pytest.raises(typer.BadParameter, match="HOST:PORT"):
        _address(text)


@pytest.mark.parametrize(("text", "address"), [("127.0.0.1:9464", ("127.0.0.1", 9464)), ("[::1]:80", ("::1", 80))])
def test_an_address_for_metrics_is_a_host_and_a_port(text: str, address: tuple[str, int]) -> None:
    assert _address(text) == address


def test_a_folder_of_policies_that_is_not_there_is_wrong_use_unless_the_last_good_ones_are_kept(tmp_path: Path) -> None:
    kept = tmp_path / "kept.zip"
    settings = Settings(policies=tmp_path / "gone", last_good=kept)
    with pytest.raises(typer.BadParameter, match="is no folder, or is not there"):
        _checked(settings)
    kept.touch()
    assert _checked(settings) is settings
