"""Builds the Word templates: the house style, the building blocks, a module a document."""
