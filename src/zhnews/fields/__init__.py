"""What does a passage say of its origin? Grammars of credits, datelines, sources and the like."""
