package io.attestore.command.kms.key;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.Access;
import io.attestore.contract.operation.AwsFault;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.ConditionValues;
import io.attestore.contract.operation.Decision;
import io.attestore.entities.iam.lookup.PrincipalIds;
import io.attestore.entities.kms.KeyConditions;
import io.attestore.entities.kms.KmsFaults;
import io.attestore.entities.kms.key.KeyPolicy;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.Arn;
import io.attestore.events.id.KeyId;
import io.attestore.events.key.KeyPolicyPut;
import io.attestore.policy.document.MalformedPolicyException;
import io.attestore.policy.document.NamedPrincipals;
import io.attestore.policy.document.PolicyDocument;
import io.attestore.policy.document.PolicyKind;
import io.attestore.policy.evaluation.AttachedPolicy;
import io.attestore.policy.evaluation.Grants;
import io.attestore.policy.evaluation.PolicySource;
import io.attestore.policy.evaluation.ResourcePolicy;
import java.util.Map;
import java.util.Optional;

/**
 * A key policy that a call sends: read, its principals found, and shown to let the caller change it again.
 *
 * @param text as it was sent
 * @param principalIds the unique ids of the users and roles that it names, by ARN
 * @see <a href="https://docs.aws.amazon.com/kms/latest/APIReference/API_PutKeyPolicy.html">KMS: PutKeyPolicy</a>
 */
public record NewKeyPolicy(String text, Map<String, String> principalIds) {

    /** KMS's limit, in bytes of UTF-8. */
    public static final int BYTES_MAX = 32 * 1024;

    private static final String BYPASS = "BypassPolicyLockoutSafetyCheck";
    private static final String CHANGE = "kms:PutKeyPolicy";

    /**
     * @param key the key's ARN
     * @param bypass whether the caller takes it on himself to be locked out
     * @throws AwsFault in KMS's words, if it is no policy or locks the caller out
     */
    public static NewKeyPolicy checked(String text, Arn key, boolean bypass, Call call) {
        if (text.getBytes(UTF_8).length > BYTES_MAX) {
            throw KmsFaults.policyTooLong(BYTES_MAX);
        }
        PolicyDocument document = parse(text);
        Map<String, String> ids = PrincipalIds.of(document, call, _ -> KmsFaults.invalidPrincipals());
        if (!bypass) {
            requireChangeable(NamedPrincipals.byIds(document, ids), key, call);
        }
        return new NewKeyPolicy(text, ids);
    }

    /** Whether the caller asks for no check, as a condition key; only of a call that says so. */
    static ConditionValues conditions(Structure input, Call call) {
        return key -> key.equals("kms:bypasspolicylockoutsafetycheck") && input.has(BYPASS)
                ? ConditionValues.one(input.flag(BYPASS))
                : Optional.empty();
    }

    private static PolicyDocument parse(String text) {
        try {
            return PolicyDocument.parse(text, PolicyKind.RESOURCE);
        } catch (MalformedPolicyException malformed) {
            throw KmsFaults.malformedPolicy();
        }
    }

    private static void requireChangeable(PolicyDocument document, Arn key, Call call) {
        AttachedPolicy policy = new AttachedPolicy(new PolicySource.Inline(key.value(), KeyPolicy.NAME), document);
        Access again = Access.to(CHANGE, key)
                .where(KeyConditions.ofCaller(call))
                .under((principal, access) -> new ResourcePolicy.Gates(policy, Grants.NONE));
        if (call.decide(again) instanceof Decision.Denied) {
            throw KmsFaults.lockedOut();
        }
    }

    public KeyPolicyPut put(AccountRegion where, KeyId keyId) {
        return new KeyPolicyPut(where, keyId, text, principalIds);
    }
}
