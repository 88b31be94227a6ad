package io.attestore.proof.torture.linearizability;

/** What was asked of an alias, and what was answered. */
public sealed interface AliasCall {

    /** CreateAlias. */
    record Created(String key) implements AliasCall {}

    /** CreateAlias that came too late: AlreadyExistsException. */
    record AlreadyExists() implements AliasCall {}

    /** A call by the alias that found this key. */
    record Resolved(String key) implements AliasCall {}

    /** A call by the alias that found none: NotFoundException. */
    record NotFound() implements AliasCall {}
}
