package io.attestore.proof.torture.linearizability;

/** A parameter between two calls. */
sealed interface ParameterState {

    record Absent() implements ParameterState {}

    record Present(long version, String value) implements ParameterState {}
}
