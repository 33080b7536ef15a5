"""What a case is: pydantic models, the rules between their facts, and the states they are in."""
