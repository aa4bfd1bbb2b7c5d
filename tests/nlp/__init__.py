"""Language models by configuration: the file, what is missing, what they find and what they cost."""
