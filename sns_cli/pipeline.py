"""The whole flow, one line per stage."""
