"""Letters: what the desk hands out as Word documents. Each takes values and gives the bytes of a .docx file."""
