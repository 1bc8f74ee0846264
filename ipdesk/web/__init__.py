"""Pages: guard, parse, one service call, shape. One file per room of the site, found by its place."""
