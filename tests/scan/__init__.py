"""`spor scan` as a person and as a pipeline use it."""
