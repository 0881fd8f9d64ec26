"""The ledger: articles and record files as loaded, with a person's corrections."""
