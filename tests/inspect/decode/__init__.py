"""Tests of decoding: bodies and what stands beside them, down to their leaves."""
