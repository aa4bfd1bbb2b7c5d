"""The figures are figures of what they say."""
