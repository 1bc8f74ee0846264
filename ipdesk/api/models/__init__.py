"""What goes in and out of the API, as pydantic models: one file for each room. Everything sent must be described here."""
