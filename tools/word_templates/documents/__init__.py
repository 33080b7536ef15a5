"""A module a document; each has `build() -> Template`, and its name is the template file's name."""
