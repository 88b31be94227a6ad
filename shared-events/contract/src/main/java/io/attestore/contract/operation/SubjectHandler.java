package io.attestore.contract.operation;

import io.attestore.contract.document.Structure;

/** An {@link OperationHandler} of an operation that is about something: it is given what permission was given for. */
@FunctionalInterface
public interface SubjectHandler<T> {

    Outcome handle(T subject, Structure input, Call call);
}
