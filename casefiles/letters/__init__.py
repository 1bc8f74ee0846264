"""Papers the desk hands out. Each function takes values and gives a ``Paper``; ``word`` and ``printed`` make files of it."""
