"""Pure: the periods that every list about readiness counts with, and the kinds of certificates."""

from datetime import timedelta

SILENT_AFTER = timedelta(days=60)
"""Nothing new for so long: time to call."""
SOON = timedelta(days=60)
"""What ends within this time is shown as ending."""
WAITS_LONG = timedelta(days=14)
"""Somebody who waits for us for longer than this is shown as waiting long."""

PARTICIPATION, HOURS = "participation", "hours"
CERTIFICATE_TITLES = {PARTICIPATION: "Bewijs van deelname", HOURS: "Bewijs van uren"}
