package io.attestore.server.duework;

import io.attestore.contract.duework.DueWork;
import io.attestore.events.call.CallContext;

/** Do this, if there is still anything to do. */
record PerformDueWork(DueWork due, CallContext context) {}
