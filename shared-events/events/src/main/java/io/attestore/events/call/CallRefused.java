package io.attestore.events.call;

import io.attestore.events.StoredAs;

/**
 * A call was refused: denied, invalid, or about something that is not there.
 *
 * @param errorCode AWS's error code as the caller saw it
 * @param errorMessage AWS's message as the caller saw it
 */
@StoredAs("call.CallRefused")
public record CallRefused(String errorCode, String errorMessage) implements CallEvent {}
