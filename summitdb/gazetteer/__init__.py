"""Named things of the world and the vocabulary of diplomacy: data files and one matcher."""
