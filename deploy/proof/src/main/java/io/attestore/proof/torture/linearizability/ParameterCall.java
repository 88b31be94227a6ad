package io.attestore.proof.torture.linearizability;

import java.util.OptionalLong;

/** What was asked of a parameter, and what was answered. A call that may have happened without an answer has none. */
public sealed interface ParameterCall {

    /** PutParameter that overwrites if there is something, and the version that it was told. */
    record Put(String value, OptionalLong version) implements ParameterCall {}

    /** PutParameter that must not overwrite, and the version that it was told. */
    record Created(String value, OptionalLong version) implements ParameterCall {}

    /** PutParameter that must not overwrite and found something: ParameterAlreadyExists. */
    record AlreadyExists() implements ParameterCall {}

    /** GetParameter that was given the value. */
    record Read(long version, String value) implements ParameterCall {}

    /** GetParameter that was given the ciphertext. */
    record ReadSealed(long version) implements ParameterCall {}

    /** A call that was refused for another reason than that the parameter is absent, such as a disabled key. */
    record Found() implements ParameterCall {}

    /** DeleteParameter. */
    record Deleted() implements ParameterCall {}

    /** ParameterNotFound. */
    record NotFound() implements ParameterCall {}
}
