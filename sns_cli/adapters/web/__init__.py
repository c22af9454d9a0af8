"""What every adapter needs that speaks HTTP: channels, and the repository's host."""
