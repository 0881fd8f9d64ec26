"""Composable selects, reports, read-only SQL."""
