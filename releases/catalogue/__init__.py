"""The catalogue of names: loaded from the vocabularies, read as one plain value."""
