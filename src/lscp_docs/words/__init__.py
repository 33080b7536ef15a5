"""Checks on the words of a text: warnings that a person judges; rules are data in words.toml."""
