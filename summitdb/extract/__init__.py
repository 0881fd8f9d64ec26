"""One article in, one record file out, by rules over the gazetteer."""
