"""Lessons from a Word document."""
