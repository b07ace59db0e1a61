"""Search that finds what German staff mean: analysis, passages, the index and ranking."""
