"""The questions, one a page, and who may fit."""
