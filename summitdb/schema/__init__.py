"""Typed models of the database."""
