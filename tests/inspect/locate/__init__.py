"""From a finding back to the bytes."""
