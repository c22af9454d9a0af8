"""Linted → approved: history → proofs and refusals."""
