package io.attestore.events.call;

import io.attestore.events.id.AccessKeyId;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.Arn;
import java.util.Optional;

/**
 * Who made a call, in the terms of CloudTrail's userIdentity element.
 *
 * @param type Root, IAMUser, AssumedRole, …
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

    /** The root of an account. Root's ARN has no Region; its partition is that of the Region that was called. */
    public static Principal root(AccountId account, AccessKeyId accessKeyId, String partition) {
        Arn arn = new Arn("arn:" + partition + ":iam::" + account + ":root");
        return new Principal(ROOT, account.value(), arn, account, accessKeyId, Optional.empty());
    }
}
