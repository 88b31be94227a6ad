package io.attestore.entities.kms.key;

import io.attestore.entities.iam.policy.StoredPolicy;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.Arn;
import io.attestore.events.key.KeyManager;
import io.attestore.policy.document.NamedPrincipals;
import io.attestore.policy.document.PolicyDocument;
import io.attestore.policy.document.PolicyKind;
import io.attestore.policy.evaluation.AttachedPolicy;
import io.attestore.policy.evaluation.PolicySource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who may do what with a key. Immutable; safe for many threads.
 *
 * @param text as it was sent, or as AWS has it where nothing was sent
 * @param principalIds the unique ids of the users and roles that it names, when it was put, by ARN
 * @param document what it says, users and roles by their unique ids
 * @see <a href="https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html">KMS: key policies</a>
 */
public record KeyPolicy(String text, Map<String, String> principalIds, PolicyDocument document) {

    /** The only name that a key's policy can have. */
    public static final String NAME = "default";

    private static final String DEFAULT = """
            {
              "Version" : "2012-10-17",
              "Id" : "key-default-1",
              "Statement" : [ {
                "Sid" : "Enable IAM User Permissions",
                "Effect" : "Allow",
                "Principal" : {
                  "AWS" : "arn:%1$s:iam::%2$s:root"
                },
                "Action" : "kms:*",
                "Resource" : "*"
              } ]
            }""";

    private static final String OF_PARAMETER_STORE = """
            {
              "Version" : "2012-10-17",
              "Id" : "auto-ssm-1",
              "Statement" : [ {
                "Sid" : "Allow access through SSM for all principals in the account that are authorized to use SSM",
                "Effect" : "Allow",
                "Principal" : {
                  "AWS" : "*"
                },
                "Action" : [ "kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey" ],
                "Resource" : "*",
                "Condition" : {
                  "StringEquals" : {
                    "kms:ViaService" : "ssm.%3$s.amazonaws.com",
                    "kms:CallerAccount" : "%2$s"
                  }
                }
              }, {
                "Sid" : "Allow direct access to key metadata to the account",
                "Effect" : "Allow",
                "Principal" : {
                  "AWS" : "arn:%1$s:iam::%2$s:root"
                },
                "Action" : [ "kms:Describe*", "kms:Get*", "kms:List*" ],
                "Resource" : "*"
              } ]
            }""";

    /** The one that AWS gives a key where its maker says nothing. */
    static KeyPolicy initial(AccountRegion where, KeyManager manager) {
        String text = (manager == KeyManager.AWS ? OF_PARAMETER_STORE : DEFAULT)
                .formatted(where.region().partition(), where.account(), where.region());
        return new KeyPolicy(text, Map.of(), PolicyDocument.parse(text, PolicyKind.RESOURCE));
    }

    /** One that was checked when it was put. */
    static KeyPolicy put(String text, Map<String, String> principalIds) {
        PolicyDocument document = StoredPolicy.of(text, PolicyKind.RESOURCE).document();
        return new KeyPolicy(text, principalIds, NamedPrincipals.byIds(document, principalIds));
    }

    /** As a decision takes it. */
    public AttachedPolicy attachedTo(Arn key) {
        return new AttachedPolicy(new PolicySource.Inline(key.value(), NAME), document);
    }

    /** The document follows from the rest. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof KeyPolicy policy
                && text.equals(policy.text)
                && principalIds.equals(policy.principalIds);
    }

    @Override
    public int hashCode() {
        return 31 * text.hashCode() + principalIds.hashCode();
    }
}
