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
 * for the caller. The case of the context's keys counts in {@code kms:EncryptionContextKeys} alone.
 *
 * @see <a href="https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html">KMS: condition keys</a>
 */
public final class KeyUseConditions {

    private static final String ALGORITHM = "kms:encryptionalgorithm";
    private static final String CONTEXT = "kms:encryptioncontext:";
    private static final String CONTEXT_KEYS = "kms:encryptioncontextkeys";

    private KeyUseConditions() {}

    /** Of a request by the caller that may name an algorithm. */
    public static ConditionValues of(Structure input, Call call) {
        return key -> key.equals(ALGORITHM)
                ? ConditionValues.one(input.optionalText("EncryptionAlgorithm").orElse(KmsShapes.SYMMETRIC_DEFAULT))
                : context(key, input.textMap("EncryptionContext"));
    }

    /** Of a request by the caller for a data key, which only a symmetric key seals. */
    public static ConditionValues ofDataKey(Structure input, Call call) {
        return key -> key.equals(ALGORITHM)
                ? ConditionValues.one(KmsShapes.SYMMETRIC_DEFAULT)
                : context(key, input.textMap("EncryptionContext"));
    }

    /**
     * Of a use by a service on the caller's behalf.
     *
     * @param service as it is in the name of its endpoint, e.g. {@code ssm}
     */
    public static ConditionValues via(String service, Arn key, Map<String, String> encryptionContext) {
        return asked -> switch (asked) {
            case "kms:viaservice" -> ConditionValues.one(service + "." + key.region() + ".amazonaws.com");
            case ALGORITHM -> ConditionValues.one(KmsShapes.SYMMETRIC_DEFAULT);
            default -> context(asked, encryptionContext);
        };
    }

    /** Of an encryption context alone. */
    public static Optional<List<String>> context(String key, Map<String, String> encryptionContext) {
        return key.equals(CONTEXT_KEYS)
                ? ConditionValues.some(List.copyOf(encryptionContext.keySet()))
                : ConditionValues.named(key, CONTEXT, () -> encryptionContext.entrySet().stream());
    }
}
