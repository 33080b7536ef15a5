"""Fillable forms: out as prefilled, accessible PDF, and back in as answers with their problems."""
