"""Messages that were made to hurt whoever reads them, and what is expected of a reader."""
