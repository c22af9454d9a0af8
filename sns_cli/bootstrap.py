"""Composition root: settings and secrets → adapters → pipeline."""
