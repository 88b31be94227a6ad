package io.attestore.proof.torture.linearizability;

import java.util.Optional;

/** The permissions of a user who may what one policy allows, unless a lock is on him. At first there is neither. */
public final class PermissionModel implements SequentialModel<PermissionModel.State, PermissionCall> {

    /** Which of the two there is. */
    public record State(boolean policy, boolean lock) {

        private boolean allows() {
            return policy && !lock;
        }
    }

    @Override
    public State initial() {
        return new State(false, false);
    }

    @Override
    public Optional<State> after(State state, PermissionCall call) {
        return switch (call) {
            case ALLOW -> Optional.of(new State(true, state.lock()));
            case WITHDRAW -> next(state.policy(), new State(false, state.lock()));
            case NO_POLICY -> next(!state.policy(), state);
            case LOCK -> Optional.of(new State(state.policy(), true));
            case UNLOCK -> next(state.lock(), new State(state.policy(), false));
            case NO_LOCK -> next(!state.lock(), state);
            case ALLOWED -> next(state.allows(), state);
            case DENIED -> next(!state.allows(), state);
        };
    }

    private static Optional<State> next(boolean possible, State after) {
        return possible ? Optional.of(after) : Optional.empty();
    }

    @Override
    public boolean isRead(PermissionCall call) {
        return switch (call) {
            case ALLOW, WITHDRAW, LOCK, UNLOCK -> false;
            case NO_POLICY, NO_LOCK, ALLOWED, DENIED -> true;
        };
    }
}
