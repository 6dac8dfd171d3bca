"""Pictures, recordings and documents of courses."""
