"""A published release to what is wrong with it: sums, records, and whether its formats agree."""

from milepost.verification.fault import Fault
from milepost.verification.verify import Verdict, verify

__all__ = ["Fault", "Verdict", "verify"]
