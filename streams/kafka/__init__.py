"""Everything that speaks to Kafka and is not a stream: client settings, topics, rights, status."""
