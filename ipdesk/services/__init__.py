"""Business verbs: one function each, one transaction, one audit row or more."""
