"""The files that install and run Spor."""
