"""Speaking to the host of the repository, whatever about."""
