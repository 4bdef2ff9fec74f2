"""Words, lines and clocks in the operator's hands: a draft, its preview, numbered editions."""
