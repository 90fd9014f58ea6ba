"""Asks the running service; ends with 0 only when it answers that it is well."""
import json
import sys
from urllib.request import urlopen

with urlopen("http://127.0.0.1:8000/api/health/", timeout=2) as answer:
    sys.exit(0 if json.load(answer).get("status") == "ok" else 1)
