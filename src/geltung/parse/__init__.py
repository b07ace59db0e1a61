"""One file of the collection → records and diagnostics. Survives everything an editor can write."""
