"""The access table: every address × every person → the status they get. A new address without a row fails."""
