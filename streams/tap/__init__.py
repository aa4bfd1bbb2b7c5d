"""The tap: from Kafka to the inspector children and back, acknowledged before anything is committed."""
