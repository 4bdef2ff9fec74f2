"""The monthly file of NPPES, the national register of health care providers."""
