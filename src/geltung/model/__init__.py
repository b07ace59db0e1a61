"""Records and vocabulary: frozen data that every other package shares and that imports none of them."""
