"""How a document is laid out: pages, headings, chapters, paragraphs, lists, tables, annexes."""
