"""The bars of the site, "light" and "builds fast", each beside plain MkDocs-Material with the same pages."""
