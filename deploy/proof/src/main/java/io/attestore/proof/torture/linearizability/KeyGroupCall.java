package io.attestore.proof.torture.linearizability;

import java.util.Optional;

/** A call to a key, to a parameter under it, or to both at once, such as a decrypting GetParameter. */
public record KeyGroupCall(Optional<KeyCall> key, Optional<OnParameter> parameter) {

    /** The part of it that is about one parameter. */
    public record OnParameter(String name, ParameterCall call) {}

    public static KeyGroupCall of(KeyCall key) {
        return new KeyGroupCall(Optional.of(key), Optional.empty());
    }

    public static KeyGroupCall of(String parameter, ParameterCall call) {
        return new KeyGroupCall(Optional.empty(), Optional.of(new OnParameter(parameter, call)));
    }

    public static KeyGroupCall of(KeyCall key, String parameter, ParameterCall call) {
        return new KeyGroupCall(Optional.of(key), Optional.of(new OnParameter(parameter, call)));
    }

    @Override
    public String toString() {
        return key.map(call -> "key " + call).orElse("")
                + parameter.map(on -> " " + on.name() + " " + on.call()).orElse("");
    }
}
