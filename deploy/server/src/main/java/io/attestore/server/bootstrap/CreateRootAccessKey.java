package io.attestore.server.bootstrap;

import io.attestore.events.call.CallContext;

/** Make this access key of an account's root exist, and the account. */
record CreateRootAccessKey(RootAccessKey key, CallContext context) {}
