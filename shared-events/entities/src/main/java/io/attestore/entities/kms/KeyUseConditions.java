package io.attestore.entities.kms;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.ConditionValues;
import io.attestore.events.id.Arn;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the use of a key tells policies beside the key: its encryption context and algorithm, and the service that uses it
 * for the caller. The context's keys count without regard to case in {@code kms:EncryptionContext:…}, with it among
 * {@code kms:EncryptionContextKeys}.
 *
 * @see <a href="https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html">KMS: condition keys</a>
 */
public final class KeyUseConditions {

    private static final String CONTEXT = "kms:encryptioncontext:";

    private KeyUseConditions() {}

    /** Of a request that the caller makes. */
    public static ConditionValues of(Structure input, Call call) {
        return key -> switch (key) {
            case "kms:encryptionalgorithm" ->
                ConditionValues.one(input.optionalText("EncryptionAlgorithm").orElse(KmsShapes.SYMMETRIC_DEFAULT));
            case "kms:encryptioncontextkeys" -> contextKeys(input.textMap("EncryptionContext"));
            default -> context(key, input.textMap("EncryptionContext"));
        };
    }

    /**
     * Of a use by a service on the caller's behalf.
     *
     * @param service as it is in the name of its endpoint, e.g. {@code ssm}
     */
    public static ConditionValues via(String service, Arn key, Map<String, String> encryptionContext) {
        return asked -> switch (asked) {
            case "kms:viaservice" -> ConditionValues.one(service + "." + key.region() + ".amazonaws.com");
            case "kms:encryptionalgorithm" -> ConditionValues.one(KmsShapes.SYMMETRIC_DEFAULT);
            case "kms:encryptioncontextkeys" -> contextKeys(encryptionContext);
            default -> context(asked, encryptionContext);
        };
    }

    private static Optional<List<String>> contextKeys(Map<String, String> encryptionContext) {
        return ConditionValues.some(List.copyOf(encryptionContext.keySet()));
    }

    private static Optional<List<String>> context(String key, Map<String, String> encryptionContext) {
        return ConditionValues.named(key, CONTEXT, () -> encryptionContext.entrySet().stream());
    }
}
