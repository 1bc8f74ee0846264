.PHONY: desk test lint screenshots
desk:         ; @bin/desk
test:         ; @bin/test
lint:         ; @.venv/bin/ruff check . && .venv/bin/ruff format --check . && .venv/bin/mypy
screenshots:  ; @bin/screenshots
