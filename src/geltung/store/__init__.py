"""The store: a disposable cache of parsed files and computed intervals. The Markdown files are the truth."""
