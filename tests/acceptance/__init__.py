"""The whole river with real traffic: two workers, four sources, kills, and a search for every planted value."""
