"""What was recognised as a draft Markdown file with its review list."""
