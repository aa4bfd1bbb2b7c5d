"""Tests of unwrapping: which platform, flow, parties and document a record is."""
