"""How well two codings of the same articles agree: hand-coded against extracted, or coder against coder."""
