"""The fold loop: from our flows to the rows that lineage, alerts and state are made of."""
