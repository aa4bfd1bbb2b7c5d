"""Locate: from a place in a value that was decoded back to the bytes that spell it."""
