"""The dashboard: its own process, its own consumer, a read model in SQLite, and one live page."""
