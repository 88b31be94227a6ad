package io.attestore.server.call;

import io.attestore.contract.operation.Call;

/** Says what callers may. For any number of threads. */
public interface Authoriser {

    /** What the caller may in one attempt at a call. */
    Permissions of(Call call);
}
