"""Claim checks that are opened: the list, the network and the disk, each with what tries to get past it."""
