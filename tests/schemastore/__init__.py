"""Where schemas come from: a folder, a registry, and both together in a worker."""
