"""What touches the outside world; the only importers of I/O libraries."""
