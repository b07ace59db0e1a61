"""What each code of ``check`` means: one definition, from which ``geltung explain`` and the handbook's pages come."""
