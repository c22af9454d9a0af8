"""Sending what is due, at most once, and recording what became of it."""
