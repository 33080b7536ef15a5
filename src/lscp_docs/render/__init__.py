"""The engines: Word templates, PDF, HTML, and the rules that finished files keep."""
