"""The commands of ``python -m ipdesk``; each imports what it needs only when it runs."""
