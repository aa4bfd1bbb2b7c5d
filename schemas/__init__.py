"""The words of the house: frozen, closed models and the tables that they draw on. Imports nothing of ours."""
