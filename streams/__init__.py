"""Spor follows personal data through message traffic: rules in `inspect` and `ledger`, machinery beside them."""
