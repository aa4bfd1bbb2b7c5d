"""The dashboard on the web: who may look, what programs may ask, and the pages for people."""
