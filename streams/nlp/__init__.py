"""Language models as this machine has them: the file that names them, and where they are installed."""
