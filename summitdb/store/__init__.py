"""The database: opening, migrating, and the ledger."""
