"""The synthetic traffic: repeatable, of nobody, and true about where its values stand."""
