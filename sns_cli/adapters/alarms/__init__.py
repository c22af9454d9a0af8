"""Calling for people, on the host of the repository."""
