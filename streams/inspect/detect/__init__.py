"""Detection: what in a message's leaves, keys and envelope is personal, by which witness, and how sure. The values stop here."""
