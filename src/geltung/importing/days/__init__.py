"""The days of a task: start, deadline, end, recurrence, and words that give no day."""
