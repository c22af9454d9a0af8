"""Asking the host of the repository who merged what."""
