"""Client properties: read as Kafka's own tools read them, refused by name, and never printed."""

import ssl
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from streams.kafka.cluster import Cluster, ClusterError
from streams.kafka.properties import PropertiesError, parse, read
from streams.settings import Settings

SECRET = "hunter2-hunter2"
SASL = {"security.protocol": "SASL_PLAINTEXT", "sasl.mechanism": "SCRAM-SHA-512", "sasl.username": "tap", "sasl.password": SECRET}


@pytest.mark.parametrize(
    ("text", "properties"),
    [
        ("a=b", {"a": "b"}),
        ("a = b = c ", {"a": "b = c "}),
        ("a:b\na b2", {"a": "b2"}),
        ("# a=b\n! c=d\n\n   \n  e=f", {"e": "f"}),
        ("a=one \\\n   two\n", {"a": "one two"}),
        ("a=c:\\\\dir\\\\file\\\\", {"a": "c:\\dir\\file\\"}),
        ("a\\ b\\=c=d", {"a b=c": "d"}),
        ("a=\\u00e6\\t.", {"a": "æ\t."}),
        ("a", {"a": ""}),
        ("a=b\r\nc=d\re=f", {"a": "b", "c": "d", "e": "f"}),
        ("a=b\\", {"a": "b"}),
        ("", {}),
    ],
)
def test_a_properties_file_is_read_as_java_reads_it(text: str, properties: dict[str, str]) -> None:
    assert parse(text) == properties


words = st.text(st.characters(blacklist_categories=["Cs", "Cc"]), min_size=1, max_size=10)


@given(st.dictionaries(words, words, max_size=5))
def test_escaped_properties_read_back(properties: dict[str, str]) -> None:
    def escaped(text: str) -> str:
        return "".join(f"\\u{ord(c):04x}" if ord(c) < 0x10000 and not c.isalnum() else c for c in text)

    assert parse("\n".join(f"{escaped(k)}={escaped(v)}" for k, v in properties.items())) == properties


def test_a_file_that_is_not_utf_8_is_refused_without_its_content(tmp_path: Path) -> None:
    path = tmp_path / "client.properties"
    path.write_bytes(b"sasl.password=\xff" + SECRET.encode())
    with pytest.raises(PropertiesError) as wrong:
        read(path)
    assert SECRET not in str(wrong.value)


def test_without_properties_the_three_clients_get_plain_text() -> None:
    cluster = Cluster.of(Settings(bootstrap_servers="a:1,b:2"))
    assert cluster.aiokafka()["bootstrap_servers"] == "a:1,b:2"
    assert cluster.aiokafka()["security_protocol"] == "PLAINTEXT"
    assert cluster.confluent()["bootstrap.servers"] == "a:1,b:2"
    assert cluster.faust()["broker"] == ["kafka://a:1", "kafka://b:2"]
    assert cluster.faust()["broker_credentials"] is None


def test_a_reader_skips_nothing_silently() -> None:
    reader = Cluster("a:1").reader()
    wanted = {"isolation_level": "read_committed", "enable_auto_commit": False, "auto_offset_reset": "none", "check_crcs": True}
    assert wanted.items() <= reader.items()


def test_a_login_reaches_all_three_clients_and_no_text() -> None:
    cluster = Cluster("a:1", SASL)
    assert cluster.aiokafka()["sasl_plain_password"] == SECRET
    assert cluster.confluent()["sasl.password"] == SECRET
    credentials = cluster.faust()["broker_credentials"]
    assert (credentials.username, credentials.password, credentials.mechanism.value) == ("tap", SECRET, "SCRAM-SHA-512")
    assert SECRET not in repr(cluster) + repr(credentials) + repr(Settings(kafka=SASL))


def test_a_jaas_line_is_as_good_as_user_and_password() -> None:
    jaas = f'org.apache.kafka.common.security.scram.ScramLoginModule required username="tap" password="{SECRET}\\"";'
    cluster = Cluster("a:1", {"security.protocol": "SASL_PLAINTEXT", "sasl.mechanism": "PLAIN", "sasl.jaas.config": jaas})
    assert cluster.confluent()["sasl.password"] == SECRET + '"'


@pytest.mark.parametrize(
    ("properties", "says"),
    [
        ({"sasl.mechanisme": "PLAIN"}, "did you mean sasl.mechanism"),
        ({"acks": "1"}, "not supported"),
        ({"security.protocol": "TLS"}, "security.protocol is not one of"),
        ({"security.protocol": "SASL_SSL"}, "sasl.mechanism is not one of"),
        ({"security.protocol": "SASL_SSL", "sasl.mechanism": "GSSAPI"}, "sasl.mechanism is not one of"),
        ({"security.protocol": "SASL_SSL", "sasl.mechanism": "PLAIN", "sasl.password": SECRET}, "needs sasl.username"),
        ({"ssl.truststore.location": "trust.jks"}, "only PEM is read"),
        ({"session.timeout.ms": "soon"}, "session.timeout.ms is not a whole number"),
    ],
)
def test_what_cannot_be_used_is_refused_by_name_and_not_by_value(properties: dict[str, str], says: str) -> None:
    with pytest.raises(ClusterError, match=says) as wrong:
        Cluster("a:1", properties).reader()
    assert SECRET not in str(wrong.value)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A self-signed certificate and its key in one PEM file, made for this run."""
    folder = tmp_path_factory.mktemp("tls")
    key, crt, both = folder / "key.pem", folder / "crt.pem", folder / "both.pem"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=example.org"]
    subprocess.run([*command, "-keyout", str(key), "-out", str(crt)], check=True, capture_output=True)
    both.write_text(key.read_text("utf-8") + crt.read_text("utf-8"), "utf-8")
    return both


def test_tls_verifies_the_host_unless_told_otherwise(certificate: Path) -> None:
    files = {"security.protocol": "SSL", "ssl.ca.location": str(certificate), "ssl.keystore.location": str(certificate)}
    cluster = Cluster("a:1", {**files, "ssl.keystore.type": "PEM"})
    context = cluster.aiokafka()["ssl_context"]
    assert (context.verify_mode, context.check_hostname) == (ssl.CERT_REQUIRED, True)
    confluent = cluster.confluent()
    assert (confluent["ssl.key.location"], confluent["ssl.endpoint.identification.algorithm"]) == (str(certificate), "https")
    loose = Cluster("a:1", {**files, "ssl.keystore.type": "PEM", "ssl.endpoint.identification.algorithm": ""})
    assert loose.aiokafka()["ssl_context"].check_hostname is False


def test_tls_files_that_cannot_be_used_are_said() -> None:
    with pytest.raises(ClusterError, match=r"ssl\.ca\.location"):
        Cluster("a:1", {"security.protocol": "SSL", "ssl.ca.location": "/no/such/file.pem"}).aiokafka()


def test_the_embedded_broker_is_told_by_one_property() -> None:
    cluster = Cluster("a:1", {"spor.embedded": "true"})
    assert cluster.embedded
    assert cluster.reader()["check_crcs"] is False
    assert cluster.session_ms == 6000
