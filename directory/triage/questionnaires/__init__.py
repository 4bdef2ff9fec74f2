"""Questionnaires answered elsewhere: FHIR R4 resources in, answers to our instruments out."""

from directory.triage.questionnaires.bringing import MOST, bring_in
from directory.triage.questionnaires.danger import speak_of_danger

__all__ = ["MOST", "bring_in", "speak_of_danger"]
