"""Work that a learner hands in, and the reply of the trainer."""
