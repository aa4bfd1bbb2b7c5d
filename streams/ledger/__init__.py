"""Pure rules about Flows: ids, outputs, spans, state, windows, OpenLineage. No values, no clock, no network."""
