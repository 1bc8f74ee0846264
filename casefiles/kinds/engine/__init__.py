"""How kinds are recognised and fields are read; what is looked for stands in the kinds themselves."""
