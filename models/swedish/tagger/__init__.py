"""What was printed where a sign was read: a network that looks at each sign among its neighbours."""

import os

# ONNX Runtime writes an id of the machine into the home folder as soon as it is imported, unless told not to.
os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
