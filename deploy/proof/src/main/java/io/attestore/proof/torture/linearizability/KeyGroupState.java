package io.attestore.proof.torture.linearizability;

import java.util.HashMap;
import java.util.Map;

/** A key and the parameters under it, between two calls. What is not in the map is absent. */
record KeyGroupState(boolean enabled, Map<String, ParameterState> parameters) {

    KeyGroupState {
        parameters = Map.copyOf(parameters);
    }

    ParameterState parameter(String name) {
        return parameters.getOrDefault(name, new ParameterState.Absent());
    }

    KeyGroupState with(boolean nowEnabled) {
        return new KeyGroupState(nowEnabled, parameters);
    }

    KeyGroupState with(String name, ParameterState state) {
        Map<String, ParameterState> next = new HashMap<>(parameters);
        next.put(name, state);
        return new KeyGroupState(enabled, next);
    }
}
