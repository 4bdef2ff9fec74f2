"""The policies of all routes that are not public."""

from collections.abc import Mapping
from types import MappingProxyType

from directory.web.policies.admins import ADMINS
from directory.web.policies.keepers import KEEPERS
from directory.web.policies.policy import Policy, Who

POLICIES: Mapping[str, Policy] = MappingProxyType({**KEEPERS, **ADMINS})

__all__ = ["POLICIES", "Policy", "Who"]
