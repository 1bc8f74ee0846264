"""Reads. Each takes an ``Actor`` first and sees what that actor may see."""
