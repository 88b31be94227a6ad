package io.attestore.events.call;

/** A call was answered that neither changed nor disclosed a value: a description, a list. */
public record CallAnswered() implements CallEvent {}
