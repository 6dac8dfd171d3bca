"""Lessons on paper: as a page and as a PDF."""
