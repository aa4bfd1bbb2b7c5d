"""The command line: one file per command, settings read once at the door."""
