"""What a learner writes for oneself: thoughts, notes, and work not handed in yet. Nobody else reads it."""
