"""Draft → linted: what a careful colleague would catch before the director reads."""
