package io.attestore.server.refusals.summary;

import io.attestore.events.call.CallContext;
import io.attestore.events.call.RefusalsNotRecorded;

/** Record that calls were refused which have no record of their own. */
record RecordRefusals(CallContext context, RefusalsNotRecorded refusals) {}
