"""Opening hours and holidays, pure."""
