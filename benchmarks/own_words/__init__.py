"""Learning the weights of patients' words, and measuring how well concerns are suggested."""
