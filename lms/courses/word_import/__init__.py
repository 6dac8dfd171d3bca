"""A Word document becomes drafts of lessons, after a look at what was understood of it."""
