"""The bridge: log webhooks come in over HTTP, are acknowledged by Kafka, and only then to their sender."""
