package io.attestore.events.call;

import io.attestore.events.id.AccessKeyId;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.Arn;
import java.util.Optional;

/**
 * Who made a call, in the terms of CloudTrail's userIdentity element.
 *
 * @param type Root, IAMUser, AssumedRole, AWSService, …
 * @param userName the name of an IAM user; empty for root
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html">
 *     CloudTrail userIdentity element</a>
 */
public record Principal(
        String type,
        String principalId,
        Arn arn,
        AccountId account,
        AccessKeyId accessKeyId,
        Optional<String> userName) {

    public static final String ROOT = "Root";

    /** A service that acts by itself, on nobody's behalf. */
    public static final String AWS_SERVICE = "AWSService";

    private static final AccessKeyId NO_ACCESS_KEY = new AccessKeyId("SERVICES_HAVE_NO_ACCESS_KEY");

    /**
     * A service that acts by itself in an account. It signs nothing: the access key id stands for none.
     *
     * @param service e.g. {@code ssm.amazonaws.com}
     */
    public static Principal service(String service, AccountId account, String partition) {
        Arn arn = new Arn("arn:" + partition + ":iam::" + account + ":service/" + service);
        return new Principal(AWS_SERVICE, service, arn, account, NO_ACCESS_KEY, Optional.empty());
    }

    /** The root of an account. Root's ARN has no Region; its partition is that of the Region that was called. */
    public static Principal root(AccountId account, AccessKeyId accessKeyId, String partition) {
        Arn arn = new Arn("arn:" + partition + ":iam::" + account + ":root");
        return new Principal(ROOT, account.value(), arn, account, accessKeyId, Optional.empty());
    }
}
