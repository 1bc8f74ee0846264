"""For WSGI servers and ``flask --app wsgi``: the desk configured from the environment."""

from ipdesk import create_app

app = create_app()
