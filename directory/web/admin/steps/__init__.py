"""Dangerous steps: one admin asked, and another agrees or refuses."""
