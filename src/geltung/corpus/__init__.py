"""The collection as one value: records by id, the unit registry, references resolved and back links computed."""
