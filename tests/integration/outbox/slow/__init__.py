"""An app with a slow task and slow consumers, only for the tests of the worker."""
