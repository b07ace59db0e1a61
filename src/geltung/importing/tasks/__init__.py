"""The chapter Einzelaufträge: what is a task, whom it addresses, and duties that stand elsewhere."""
