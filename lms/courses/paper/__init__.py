"""Answers that somebody gave on paper, entered by a trainer or coordinator."""
