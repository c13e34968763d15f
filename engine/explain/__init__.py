"""Why did the network say so? One file per family of methods, one literal registry."""
