package io.attestore.entities.hot;

/** Names one instance among all types. */
record StateKey(String type, Object id) {}
