"""What is known of the English language, without any diplomacy."""
