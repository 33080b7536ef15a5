"""What agencies answer: one model a form, which is its questions, its reader and its validator."""
