"""One rule per file; the registry in ``lint.registry`` lists them."""
