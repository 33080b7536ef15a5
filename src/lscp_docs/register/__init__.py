"""What all cases together say: the register, and figures that know their cases; pure."""
