"""Policies from files: read, checked with line numbers, compiled into what the inspector judges by."""
