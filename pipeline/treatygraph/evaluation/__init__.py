"""How good it is: annotations, figures against them, and what two builds found differently."""
