package io.attestore.entities.iam.policy;

import io.attestore.contract.operation.AwsFault;
import io.attestore.entities.iam.IamFaults;
import io.attestore.events.id.IamKind;
import io.attestore.policy.document.PolicyDocument;

/**
 * How long policies may be, in characters, white space not counted.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">IAM and STS quotas</a>
 */
public final class PolicySizes {

    /** Of one version of a managed policy. */
    public static final int MANAGED_MAX = 6144;

    /** Of a role's trust policy. */
    public static final int TRUST_MAX = 2048;

    public static final int OF_USER_MAX = 2048;
    public static final int OF_GROUP_MAX = 5120;
    public static final int OF_ROLE_MAX = 10_240;

    private PolicySizes() {}

    /** All inline policies of a holder together have a limit. */
    public static void requireRoom(PolicyHolder holder, String name, String document) {
        int others = holder.policies().inline().minus(name).values().stream()
                .mapToInt(policy -> PolicyDocument.sizeWithoutWhiteSpace(policy.text()))
                .sum();
        int max = inlineMax(holder.resource().kind());
        if (others + PolicyDocument.sizeWithoutWhiteSpace(document) > max) {
            throw tooLarge(holder, max);
        }
    }

    private static AwsFault tooLarge(PolicyHolder holder, int max) {
        return IamFaults.limitExceeded("Maximum policy size of " + max + " bytes exceeded for "
                + holder.resource().kind().arnType() + " " + holder.resource().name());
    }

    private static int inlineMax(IamKind kind) {
        return switch (kind) {
            case USER -> OF_USER_MAX;
            case GROUP -> OF_GROUP_MAX;
            case ROLE -> OF_ROLE_MAX;
            case POLICY, INSTANCE_PROFILE -> throw new IllegalArgumentException("It holds no policies");
        };
    }
}
