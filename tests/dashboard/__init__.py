"""The dashboard: its read model, its web, and the page in a real browser."""
