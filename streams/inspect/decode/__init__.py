"""Decode: the body of an envelope and what stands beside it, down to leaves."""
