"""The bench says what it runs and compares like with like."""
