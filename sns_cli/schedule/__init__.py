"""Approved → due: when each delivery may go out."""
