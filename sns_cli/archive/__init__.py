"""The record: where events and media lie, and the schema that describes them."""
