"""What does a passage say of its origin? Credits, datelines, sources, folios, links."""
