"""How findings are told: in which order, from whom a paper is to be had, what it looks like, what may follow later."""
