"""What helps who writes: checks beside the text, where a course can be better, and help in the admin."""
