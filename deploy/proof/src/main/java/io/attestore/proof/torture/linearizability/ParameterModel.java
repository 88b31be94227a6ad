package io.attestore.proof.torture.linearizability;

import io.attestore.proof.torture.linearizability.ParameterState.Absent;
import io.attestore.proof.torture.linearizability.ParameterState.Present;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A parameter: a register that counts its versions from 1, and from 1 again when it was deleted.
 *
 * @see <a href="https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-versions.html">Working
 *     with parameter versions</a>
 */
public final class ParameterModel implements SequentialModel<ParameterState, ParameterCall> {

    @Override
    public ParameterState initial() {
        return new Absent();
    }

    @Override
    public Optional<ParameterState> after(ParameterState state, ParameterCall call) {
        return switch (call) {
            case ParameterCall.Put(var value, var told) -> put(state, value, told);
            case ParameterCall.Created(var value, var told) ->
                state instanceof Absent ? put(state, value, told) : Optional.empty();
            case ParameterCall.Read(var version, var value) -> only(state, state.equals(new Present(version, value)));
            case ParameterCall.ReadSealed(var version) ->
                only(state, state instanceof Present present && present.version() == version);
            case ParameterCall.AlreadyExists() -> only(state, state instanceof Present);
            case ParameterCall.Found() -> only(state, state instanceof Present);
            case ParameterCall.NotFound() -> only(state, state instanceof Absent);
            case ParameterCall.Deleted() -> state instanceof Present ? Optional.of(new Absent()) : Optional.empty();
        };
    }

    @Override
    public boolean isRead(ParameterCall call) {
        return switch (call) {
            case ParameterCall.Put _, ParameterCall.Created _, ParameterCall.Deleted _ -> false;
            case ParameterCall.Read _,
                    ParameterCall.ReadSealed _,
                    ParameterCall.AlreadyExists _,
                    ParameterCall.Found _,
                    ParameterCall.NotFound _ -> true;
        };
    }

    private static Optional<ParameterState> put(ParameterState state, String value, OptionalLong told) {
        long version = switch (state) {
            case Absent() -> 1;
            case Present present -> present.version() + 1;
        };
        return told.orElse(version) == version ? Optional.of(new Present(version, value)) : Optional.empty();
    }

    private static Optional<ParameterState> only(ParameterState state, boolean possible) {
        return possible ? Optional.of(state) : Optional.empty();
    }
}
