"""Bodies that only a schema can read: Avro, Protobuf and JSON with a schema, as trees that all that reads JSON goes on with."""
