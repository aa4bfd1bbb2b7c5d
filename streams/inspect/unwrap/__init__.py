"""Unwrap: which platform, flow, parties and document a record is, and where its body lies."""
