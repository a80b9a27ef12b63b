"""BLAKE2b, as everything here is hashed by.

`hashlib` would load OpenSSL first, which takes longer than all of a start's hashing, and then hand
out this very function.
"""

from _blake2 import blake2b

__all__ = ["blake2b"]
