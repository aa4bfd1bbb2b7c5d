"""Opens what messages refer to: content behind a claim check, from hosts and folders that are listed, and from nowhere else."""
