"""Text → front matter and blocks, each with its line. Knows Markdown and YAML, and nothing of directives."""
