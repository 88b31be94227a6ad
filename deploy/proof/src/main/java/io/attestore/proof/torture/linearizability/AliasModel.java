package io.attestore.proof.torture.linearizability;

import java.util.Optional;

/**
 * An alias: a register that is written once. The state is the key that it stands for.
 *
 * @see <a href="https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateAlias.html">KMS: CreateAlias</a>
 */
public final class AliasModel implements SequentialModel<Optional<String>, AliasCall> {

    @Override
    public Optional<String> initial() {
        return Optional.empty();
    }

    @Override
    public Optional<Optional<String>> after(Optional<String> target, AliasCall call) {
        return switch (call) {
            case AliasCall.Created(var key) -> target.isEmpty() ? Optional.of(Optional.of(key)) : Optional.empty();
            case AliasCall.AlreadyExists() -> target.isPresent() ? Optional.of(target) : Optional.empty();
            case AliasCall.Resolved(var key) ->
                target.equals(Optional.of(key)) ? Optional.of(target) : Optional.empty();
            case AliasCall.NotFound() -> target.isEmpty() ? Optional.of(target) : Optional.empty();
        };
    }

    @Override
    public boolean isRead(AliasCall call) {
        return !(call instanceof AliasCall.Created);
    }
}
