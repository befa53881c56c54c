"""According to whom: statements, the chain of their sources, and how these stand to them."""
