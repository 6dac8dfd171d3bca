"""Pure: what can be said about a text while it is written."""
