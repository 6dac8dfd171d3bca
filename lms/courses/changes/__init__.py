"""What changed in a lesson that people finished, and what that asks of them."""
