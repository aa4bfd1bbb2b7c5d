"""Ways of finding what is personal, side by side: naive Presidio, ours, and the least that any way must do."""
