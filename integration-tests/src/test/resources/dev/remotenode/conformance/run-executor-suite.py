"""Runs the executor suite whose path is given, of Debian's package, against the remote daemon."""

import runpy
import sys

from pacemaker.buildoptions import BuildOptions

# The suite looks there for programs that are not installed yet. Debian's package leaves it out.
BuildOptions._BUILD_DIR = "/nonexistent"

sys.argv = [sys.argv[1], "-R"]
runpy.run_path(sys.argv[0], run_name="__main__")
