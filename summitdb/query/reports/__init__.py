"""Named reports: questions that analysts ask again and again."""
