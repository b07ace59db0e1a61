"""Questions over the stored intervals: one lookup each, and nothing decided here that the rules have not decided."""
