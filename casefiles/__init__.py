"""A case file: its materials, what they say, what is missing, and to whom it goes.

Values in, values out: no Flask, no SQL, no clock, no network. ``today`` is always a parameter.
"""
