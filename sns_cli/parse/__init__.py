"""Bytes → values or faults; the only room that knows python-frontmatter and TOML."""
