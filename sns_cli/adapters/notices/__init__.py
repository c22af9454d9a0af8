"""Telling people on the host of the repository."""
