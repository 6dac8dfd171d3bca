"""Seeing a course as a volunteer does, without taking it (docs/decisions/0017)."""
