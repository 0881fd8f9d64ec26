"""Reading: a file, whatever its format, becomes articles."""
