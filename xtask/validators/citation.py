"""Validates CITATION.cff by its schema, and cites it; prints what is wrong."""

import sys

from cffconvert import Citation

with open(sys.argv[1], encoding="utf-8") as file:
    citation = Citation(file.read())
try:
    citation.validate()
    if "Heistogram" not in citation.as_apalike():
        print(f"CITATION.cff: cited as {citation.as_apalike()!r}")
except Exception as error:  # The validator has several.
    print(f"CITATION.cff: {error}")
