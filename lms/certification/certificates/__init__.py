"""Proof of participation and of hours: what was earned, on paper, signed, and checkable by anybody."""
