"""An article with every extracted span highlighted and the rule that made it."""
