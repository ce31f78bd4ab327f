"""Runs every test of this folder; ends with how many passed and failed, one number a line."""

import pathlib
import sys
import unittest

suite = unittest.defaultTestLoader.discover(str(pathlib.Path(__file__).parent))
result = unittest.TextTestRunner(stream=sys.stdout, verbosity=2).run(suite)
failed = len(result.failures) + len(result.errors)
print(f"# pass {result.testsRun - failed - len(result.skipped)}")
print(f"# fail {failed}")
sys.exit(failed > 0)
