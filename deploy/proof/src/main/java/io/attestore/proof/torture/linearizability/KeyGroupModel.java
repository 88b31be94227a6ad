package io.attestore.proof.torture.linearizability;

import io.attestore.proof.torture.linearizability.KeyGroupCall.OnParameter;
import java.util.Map;
import java.util.Optional;

/**
 * A key and the parameters under it as one object. A history that is linearizable by this model is strictly
 * serializable: calls that touch a key and a parameter touched both at one instant. That is more than linearizability
 * of each.
 */
public final class KeyGroupModel implements SequentialModel<KeyGroupState, KeyGroupCall> {

    private final KeyModel keys = new KeyModel();
    private final ParameterModel parameters = new ParameterModel();

    @Override
    public KeyGroupState initial() {
        return new KeyGroupState(keys.initial(), Map.of());
    }

    @Override
    public Optional<KeyGroupState> after(KeyGroupState state, KeyGroupCall call) {
        Optional<KeyGroupState> afterKey = call.key().isEmpty()
                ? Optional.of(state)
                : keys.after(state.enabled(), call.key().get()).map(state::with);
        return call.parameter().isEmpty()
                ? afterKey
                : afterKey.flatMap(next -> after(next, call.parameter().get()));
    }

    private Optional<KeyGroupState> after(KeyGroupState state, OnParameter on) {
        return parameters.after(state.parameter(on.name()), on.call()).map(next -> state.with(on.name(), next));
    }

    @Override
    public boolean isRead(KeyGroupCall call) {
        return call.key().map(keys::isRead).orElse(true)
                && call.parameter().map(on -> parameters.isRead(on.call())).orElse(true);
    }
}
