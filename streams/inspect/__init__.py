"""Pure rules: unwrap, decode, detect, tag. Personal values enter here and do not leave."""
