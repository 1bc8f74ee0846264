"""Printed values: dates, amounts, numbers and names as people write them. Text in, values out; nothing here reads a file."""
