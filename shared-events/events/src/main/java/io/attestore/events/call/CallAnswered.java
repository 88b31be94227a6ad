package io.attestore.events.call;

import io.attestore.events.StoredAs;

/** A call was answered that neither changed nor disclosed a value: a description, a list. */
@StoredAs("call.CallAnswered")
public record CallAnswered() implements CallEvent {}
