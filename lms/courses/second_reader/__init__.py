"""A second reader: what one trainer wrote goes online after another read it (docs/decisions/0016)."""
