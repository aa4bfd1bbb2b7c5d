"""Synthetic platform traffic that knows what is personal in it: the same seed gives the same records."""
