"""Post × account → the exact message; shared by lint, preview and publish."""
