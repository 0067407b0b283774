# Prints what bleach leaves of the code on stdin, tags that it does not know taken out.
import sys

import bleach

sys.stdout.write(bleach.clean(sys.stdin.read(), strip=True))
