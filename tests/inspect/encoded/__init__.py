"""Bodies that only a schema can read, held against the libraries that write them."""
