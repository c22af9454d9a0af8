"""Frozen values that travel between the stages. No I/O and no clock."""
