"""Reading the acts out of complaint, ledgers, appraisals and the form: figures, days, places, people, conditions."""
