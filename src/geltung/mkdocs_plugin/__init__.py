"""The thin edge to MkDocs: hands the generated files over and reports what is wrong with the collection."""
