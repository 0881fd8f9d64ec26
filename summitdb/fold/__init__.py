"""Mentions in many articles become one row."""
