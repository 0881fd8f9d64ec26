"""SummitDB: news articles about diplomacy in, a relational database that can be trusted out."""

__version__ = "0.1.0"
