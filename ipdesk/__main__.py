"""``python -m ipdesk``."""

from ipdesk.cli import main

main()
