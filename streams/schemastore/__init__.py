"""The schemas that records name: kept in a folder, fetched from a schema registry, and handed to the inspectors with the records."""
