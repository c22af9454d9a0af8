"""One service per file; channels do not know each other."""
