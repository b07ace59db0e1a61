"""What a directive does to others: repeals, extensions, amendments, corrections, with parts and days."""
