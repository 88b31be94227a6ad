package io.attestore.policy.document;

/** A place in a document's text. Lines and columns count from 1. */
public record Position(int line, int column) {}
