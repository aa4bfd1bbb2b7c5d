"""Records as they were first written, kept so that they stay readable."""
