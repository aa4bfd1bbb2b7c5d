"""The demo: traffic, worker and dashboard on an embedded broker, and a picture of what happened."""
