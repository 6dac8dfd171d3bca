"""`make bench`: what pages and services cost on 1,000 learners, beside what the bare work costs."""
