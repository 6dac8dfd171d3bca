"""Finding words in lessons and the word list."""
