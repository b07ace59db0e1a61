"""Foreign documents become draft directives: read, repair, recognise, write.

Importing stands beside `parse`: it knows the model, the Markdown rules and the collection's words, never the store.
"""
