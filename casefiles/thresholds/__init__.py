"""The figures of a story against the limbs of an offence: choosing figures, testing limbs, old law and new."""
