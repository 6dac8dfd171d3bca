"""The REST door of the exports."""
