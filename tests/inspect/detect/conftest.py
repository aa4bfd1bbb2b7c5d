"""One detector for all tests: building it loads Presidio."""

import pytest

from streams.inspect.detect.detector import Detector, standard


@pytest.fixture(scope="session")
def detector() -> Detector:
    return standard()
