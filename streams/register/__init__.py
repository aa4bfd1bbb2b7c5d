"""Records of processing activities (GDPR art. 30) from packs, registry and traffic."""
