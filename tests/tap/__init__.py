"""Tests of the tap: frames, children, spans, the pump's rules."""
