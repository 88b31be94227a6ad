package io.attestore.proof.torture.ledger;

import io.attestore.events.Event;
import io.attestore.events.call.CallRefused;
import io.attestore.events.key.KeyCreated;
import io.attestore.events.key.KeyDisabled;
import io.attestore.events.key.KeyEnabled;
import io.attestore.events.key.KeyMaterialRotated;
import io.attestore.events.key.KeyUsed;
import io.attestore.events.parameter.ParameterDeleted;
import io.attestore.events.parameter.ParameterRead;
import io.attestore.events.parameter.ParameterVersionDestroyed;
import io.attestore.events.parameter.ParameterVersionPut;
import io.attestore.proof.torture.ledger.Asked.CreateKey;
import io.attestore.proof.torture.ledger.Asked.Decrypt;
import io.attestore.proof.torture.ledger.Asked.Delete;
import io.attestore.proof.torture.ledger.Asked.Encrypt;
import io.attestore.proof.torture.ledger.Asked.Put;
import io.attestore.proof.torture.ledger.Asked.Read;
import io.attestore.proof.torture.ledger.Asked.RotateKey;
import io.attestore.proof.torture.ledger.Asked.SwitchKey;
import io.attestore.proof.torture.ledger.StoreModel.Version;
import java.util.List;
import java.util.function.Consumer;

/** Moves the model along the events of a call, and says where they are not what the call has asked for. */
final class Effects {

    private final StoreModel model;
    private final Consumer<String> wrong;

    Effects(StoreModel model, Consumer<String> wrong) {
        this.model = model;
        this.wrong = wrong;
    }

    static boolean isRefusal(WrittenCall call) {
        return call.events().stream().anyMatch(CallRefused.class::isInstance);
    }

    void apply(Asked asked, WrittenCall call) {
        List<Version> due = asked instanceof Read read ? model.answerTo(read) : List.of();
        boolean refusal = isRefusal(call);
        for (Event event : call.events()) {
            boolean agrees = switch (event) {
                case ParameterVersionPut put -> !refusal && put(asked, put);
                case ParameterVersionDestroyed destroyed ->
                    asked instanceof Put put
                            && put.name().equals(destroyed.name().value())
                            && model.destroy(put.name(), destroyed.version());
                case ParameterDeleted deleted -> !refusal && delete(asked, deleted);
                case ParameterRead read -> !refusal && read(due, read);
                case KeyCreated created -> !refusal && create(asked, created);
                case KeyDisabled disabled -> switchKey(asked, disabled.keyId().value(), false);
                case KeyEnabled enabled -> switchKey(asked, enabled.keyId().value(), true);
                case KeyMaterialRotated rotated ->
                    asked.equals(new RotateKey(rotated.keyId().value()))
                            && model.isEnabled(rotated.keyId().value());
                case KeyUsed used -> !refusal && use(asked, used);
                default -> true;
            };
            if (!agrees) {
                wrong.accept(event.getClass().getSimpleName() + " at position " + call.position()
                        + " is not what the call has asked for, or not possible there");
            }
        }
    }

    private boolean put(Asked asked, ParameterVersionPut event) {
        if (!(asked instanceof Put put)
                || !put.name().equals(event.name().value())
                || event.version() != model.nextVersion(put.name())
                || model.isThere(put.name()) && !put.overwrite()) {
            return false;
        }
        model.put(put);
        return true;
    }

    private boolean delete(Asked asked, ParameterDeleted event) {
        return asked.equals(new Delete(event.name().value()))
                && model.delete(event.name().value());
    }

    private boolean read(List<Version> due, ParameterRead event) {
        List<String> disclosed = event.disclosures().stream()
                .map(each -> each.name().value() + ":" + each.version())
                .toList();
        return event.withDecryption()
                && disclosed.equals(due.stream()
                        .map(version -> version.name() + ":" + version.number())
                        .toList());
    }

    /** A first SecureString makes the service's own key. */
    private boolean create(Asked asked, KeyCreated event) {
        model.createKey(event.keyId().value());
        return asked instanceof CreateKey || asked instanceof Put;
    }

    private boolean switchKey(Asked asked, String keyId, boolean enabled) {
        model.switchKey(keyId, enabled);
        return asked.equals(new SwitchKey(keyId, enabled));
    }

    private boolean use(Asked asked, KeyUsed event) {
        String keyId = event.keyId().value();
        boolean wanted = switch (asked) {
            case Encrypt encrypt -> encrypt.keyId().equals(keyId);
            case Decrypt decrypt -> decrypt.keyId().equals(keyId);
            case Put _, Read _ -> true;
            default -> false;
        };
        return wanted && model.isEnabled(keyId);
    }
}
