"""The whole river with real traffic: two workers, three sources, kills, and a search for every planted value."""
