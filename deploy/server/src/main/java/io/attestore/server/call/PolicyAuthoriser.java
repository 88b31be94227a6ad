package io.attestore.server.call;

import io.attestore.contract.operation.Call;
import io.attestore.policy.request.ActionName;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Decides by policies and locks. */
public final class PolicyAuthoriser implements Authoriser {

    /** Of the operations that there are, each once. */
    private final Map<String, ActionName> actions = new ConcurrentHashMap<>();

    @Override
    public Permissions of(Call call) {
        return new PolicyPermissions(call, this::action);
    }

    private ActionName action(String name) {
        ActionName known = actions.get(name);
        return known != null ? known : actions.computeIfAbsent(name, ActionName::of);
    }
}
