"""The rules of "applies" as pure functions: from a corpus to closed intervals. No I/O, no clock."""
