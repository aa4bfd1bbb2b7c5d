"""Tests of the pure rules that personal values stay inside of."""
