"""The digital proof: an Open Badges 3.0 credential of a certificate, without a name in it."""
