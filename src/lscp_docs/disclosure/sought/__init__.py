"""What is looked for in a text: every identifying value of the cases, in every spelling."""
