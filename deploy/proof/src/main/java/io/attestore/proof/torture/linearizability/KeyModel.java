package io.attestore.proof.torture.linearizability;

import java.util.Optional;

/**
 * A key: enabled at first, and used only while it is enabled. The state is whether it is.
 *
 * @see <a href="https://docs.aws.amazon.com/kms/latest/developerguide/enabling-keys.html">Enable and disable keys</a>
 */
public final class KeyModel implements SequentialModel<Boolean, KeyCall> {

    @Override
    public Boolean initial() {
        return true;
    }

    @Override
    public Optional<Boolean> after(Boolean enabled, KeyCall call) {
        return switch (call) {
            case ENABLE -> Optional.of(true);
            case DISABLE -> Optional.of(false);
            case USED -> enabled ? Optional.of(true) : Optional.empty();
            case REFUSED -> enabled ? Optional.empty() : Optional.of(false);
        };
    }

    @Override
    public boolean isRead(KeyCall call) {
        return switch (call) {
            case ENABLE, DISABLE -> false;
            case USED, REFUSED -> true;
        };
    }
}
