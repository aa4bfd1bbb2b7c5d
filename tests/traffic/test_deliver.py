"""Traffic reaches a topic as it was made, and what is planted in it is told with the offsets that the broker gave."""

import json
from pathlib import Path

import pytest
from confluent_kafka import Consumer, TopicPartition
from typer.testing import CliRunner

from streams.cli.main import app
from streams.demo.broker import embedded_broker
from streams.recording import records
from streams.traffic.deliver import Topic, Undelivered, deliver, partitions_of
from streams.traffic.generate import Load, Sent, traffic
from streams.traffic.routes import TOPICS

COUNT = 120


class Kept:
    def __init__(self) -> None:
        self.sent: list[Sent] = []

    def write(self, sent: Sent) -> None:
        self.sent.append(sent)


def test_a_topic_has_each_record_with_its_bytes_partition_timestamp_and_headers():
    with embedded_broker() as cluster:
        told = Kept()
        assert deliver(traffic(Load("connxio", COUNT, topic="t")), Topic.of(cluster, told), None) == COUNT
        consumer = Consumer({"bootstrap.servers": cluster.bootstrap_servers, "group.id": "g"})
        consumer.assign([TopicPartition("t", p, 0) for p in range(partitions_of(cluster, "t"))])
        there = {}
        while len(there) < COUNT:
            message = consumer.poll(10)
            assert message is not None and message.error() is None
            there[(message.partition(), message.offset())] = message
        consumer.close()
    assert len(told.sent) == COUNT
    for sent in told.sent:
        message = there[(sent.raw.partition, sent.raw.offset)]
        assert (message.key(), message.value(), message.timestamp()[1]) == (sent.raw.key, sent.raw.value, sent.raw.timestamp)
        assert tuple(message.headers()) == sent.raw.headers


def test_a_broker_that_does_not_answer_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr("streams.traffic.deliver._ANSWER_S", 0.5)
    done = CliRunner().invoke(app, ["traffic", "--platform", "connxio", "--count", "1", "--to", "t", "--bootstrap-servers", "127.0.0.1:1"])
    assert isinstance(done.exception, Undelivered)
    assert "127.0.0.1:1" in str(done.exception)


def test_the_command_prints_a_recording_and_writes_what_is_planted(tmp_path: Path):
    planted = tmp_path / "planted.ndjson"
    done = CliRunner().invoke(app, ["traffic", "--platform", "connectmyapps", "--count", "40", "--seed", "7", "--planted", str(planted)])
    assert done.exit_code == 0
    raws = list(records(done.stdout_bytes.splitlines(keepends=True)))
    assert [r.value for r in raws] == [s.raw.value for s in traffic(Load("connectmyapps", 40, "7"))]
    lines = [json.loads(line) for line in planted.read_text("utf-8").splitlines()]
    places = {(r.topic, r.partition, r.offset) for r in raws}
    assert lines
    for line in lines:
        assert {"offset", "topic", "partition", "place", "path", "category", "entity", "value"} <= line.keys()
        assert (line["topic"], line["partition"], line["offset"]) in places


def test_of_all_platforms_at_once_each_has_its_topic():
    done = CliRunner().invoke(app, ["traffic", "--platform", "all", "--count", "200"])
    assert done.exit_code == 0
    raws = list(records(done.stdout_bytes.splitlines(keepends=True)))
    assert len(raws) == 200
    assert {r.topic for r in raws} == set(TOPICS.values())


@pytest.mark.parametrize("arguments", [["--platform", "nonesuch", "--count", "1"], ["--platform", "connxio"], ["--count", "1"]])
def test_wrong_use_is_2(arguments):
    assert CliRunner().invoke(app, ["traffic", *arguments]).exit_code == 2


def test_a_rate_spaces_the_messages_own_times():
    slow = list(traffic(Load("connxio", 5, interval=1000 / 2)))
    assert [s.raw.timestamp - slow[0].raw.timestamp for s in slow] == [0, 500, 1000, 1500, 2000]
