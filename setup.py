"""The version in dataset/dataset.json goes in; the package's, the same number, comes out."""

import json
from pathlib import Path

from setuptools import setup

DATASET = Path(__file__).parent / "dataset" / "dataset.json"

setup(version=json.loads(DATASET.read_text(encoding="utf-8"))["version"])
