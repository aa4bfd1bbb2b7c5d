"""Tag: findings and policy to a Flow: purpose, legal basis, retention, verdicts. Pure, and value-free from here on."""
