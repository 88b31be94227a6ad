package io.attestore.server.call;

import io.attestore.contract.operation.Call;

/** Decides by policies and locks. */
public final class PolicyAuthoriser implements Authoriser {

    @Override
    public Permissions of(Call call) {
        return new PolicyPermissions(call);
    }
}
