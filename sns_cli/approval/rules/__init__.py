"""The rules of design 4, one file per group; each refusal carries its rule's name."""
