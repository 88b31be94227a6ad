package io.attestore.server.model;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where an input of ours is not as the model has it, and why. */
final class DeliberateDifferences {

    private static final List<Reason> ALL = List.of(
            new Reason(
                    "Everything from outside has a limit, where the model has none",
                    "iam.GetContextKeysForCustomPolicy.PolicyInputList is limited to 0..50, not to 0..",
                    "iam.GetContextKeysForPrincipalPolicy.PolicyInputList is limited to 0..50, not to 0..",
                    "iam.SimulateCustomPolicy.ActionNames is limited to 0..1000, not to 0..",
                    "iam.SimulateCustomPolicy.ContextEntries is limited to 0..1000, not to 0..",
                    "iam.SimulateCustomPolicy.PermissionsBoundaryPolicyInputList is limited to 0..50, not to 0..",
                    "iam.SimulateCustomPolicy.PolicyInputList is limited to 0..50, not to 0..",
                    "iam.SimulateCustomPolicy.ResourceArns is limited to 0..1000, not to 0..",
                    "iam.SimulatePrincipalPolicy.ActionNames is limited to 0..1000, not to 0..",
                    "iam.SimulatePrincipalPolicy.ContextEntries is limited to 0..1000, not to 0..",
                    "iam.SimulatePrincipalPolicy.PermissionsBoundaryPolicyInputList is limited to 0..50, not to 0..",
                    "iam.SimulatePrincipalPolicy.PolicyInputList is limited to 0..50, not to 0..",
                    "iam.SimulatePrincipalPolicy.ResourceArns is limited to 0..1000, not to 0..",
                    "kms.Decrypt.DryRunModifiers is limited to 0..1, not to 0..",
                    "kms.Decrypt.EncryptionContext is limited to 0..1365, not to 0..",
                    "kms.Decrypt.EncryptionContext{key} is limited to 0..8192, not to 0..",
                    "kms.Decrypt.EncryptionContext{value} is limited to 0..8192, not to 0..",
                    "kms.Encrypt.EncryptionContext is limited to 0..1365, not to 0..",
                    "kms.Encrypt.EncryptionContext{key} is limited to 0..8192, not to 0..",
                    "kms.Encrypt.EncryptionContext{value} is limited to 0..8192, not to 0..",
                    "kms.GenerateDataKey.EncryptionContext is limited to 0..1365, not to 0..",
                    "kms.GenerateDataKey.EncryptionContext{key} is limited to 0..8192, not to 0..",
                    "kms.GenerateDataKey.EncryptionContext{value} is limited to 0..8192, not to 0..",
                    "kms.TagResource.Tags is limited to 0..1000, not to 0..",
                    "kms.UntagResource.TagKeys is limited to 0..1000, not to 0..",
                    "ssm.AddTagsToResource.ResourceId is limited to 0..2048, not to 0..",
                    "ssm.DescribeParameters.Filters is limited to 0..60, not to 0..",
                    "ssm.DescribeParameters.NextToken is limited to 0..8192, not to 0..",
                    "ssm.DescribeParameters.ParameterFilters is limited to 0..60, not to 0..",
                    "ssm.GetParameterHistory.NextToken is limited to 0..8192, not to 0..",
                    "ssm.GetParametersByPath.NextToken is limited to 0..8192, not to 0..",
                    "ssm.GetParametersByPath.ParameterFilters is limited to 0..60, not to 0..",
                    "ssm.GetResourcePolicies.NextToken is limited to 0..8192, not to 0..",
                    "ssm.ListTagsForResource.ResourceId is limited to 0..2048, not to 0..",
                    "ssm.RemoveTagsFromResource.ResourceId is limited to 0..2048, not to 0..",
                    "ssm.RemoveTagsFromResource.TagKeys is limited to 0..1000, not to 0.."),
            new Reason(
                    "KMS documents a lower limit than its model has",
                    "kms.ListAliases.Limit is limited to 1..100, not to 1..1000",
                    "kms.ListGrants.Limit is limited to 1..100, not to 1..1000",
                    "kms.ListRetirableGrants.Limit is limited to 1..100, not to 1..1000",
                    "kms.ListResourceTags.Limit is limited to 1..50, not to 1..1000"),
            new Reason(
                    "AWS refuses an empty value, and a long one by its tier",
                    "ssm.PutParameter.Value is limited to 1..32768, not to 0.."),
            new Reason(
                    "A policy may have several lines, which the model's pattern takes for no match",
                    "ssm.PutResourcePolicy.Policy matches '(?s)(?!\\s*$).+', not '^(?!\\s*$).+'"),
            new Reason(
                    "KMS refuses what is not ASCII by a pattern that it has not published",
                    "kms.CreateAlias.TargetKeyId matches '^\\p{ASCII}+$', not ''",
                    "kms.Decrypt.KeyId matches '^\\p{ASCII}+$', not ''",
                    "kms.DescribeKey.KeyId matches '^\\p{ASCII}+$', not ''",
                    "kms.DisableKey.KeyId matches '^\\p{ASCII}+$', not ''",
                    "kms.EnableKey.KeyId matches '^\\p{ASCII}+$', not ''",
                    "kms.Encrypt.KeyId matches '^\\p{ASCII}+$', not ''",
                    "kms.GenerateDataKey.KeyId matches '^\\p{ASCII}+$', not ''",
                    "kms.GetKeyPolicy.KeyId matches '^\\p{ASCII}+$', not ''",
                    "kms.ListAliases.KeyId matches '^\\p{ASCII}+$', not ''",
                    "kms.CreateGrant.KeyId matches '^\\p{ASCII}+$', not ''",
                    "kms.ListGrants.KeyId matches '^\\p{ASCII}+$', not ''",
                    "kms.RetireGrant.KeyId matches '^\\p{ASCII}+$', not ''",
                    "kms.RevokeGrant.KeyId matches '^\\p{ASCII}+$', not ''",
                    "kms.ListKeyPolicies.KeyId matches '^\\p{ASCII}+$', not ''",
                    "kms.ListResourceTags.KeyId matches '^\\p{ASCII}+$', not ''",
                    "kms.PutKeyPolicy.KeyId matches '^\\p{ASCII}+$', not ''",
                    "kms.RotateKeyOnDemand.KeyId matches '^\\p{ASCII}+$', not ''",
                    "kms.TagResource.KeyId matches '^\\p{ASCII}+$', not ''",
                    "kms.UntagResource.KeyId matches '^\\p{ASCII}+$', not ''"),
            new Reason(
                    "There are no enclaves here, so a recipient is refused whatever it is",
                    "kms.Decrypt.Recipient.AttestationDocument is missing",
                    "kms.Decrypt.Recipient.KeyEncryptionAlgorithm is missing",
                    "kms.GenerateDataKey.Recipient.AttestationDocument is missing",
                    "kms.GenerateDataKey.Recipient.KeyEncryptionAlgorithm is missing"),
            new Reason(
                    "CloudTrail has errors of its own for what breaks its limits, which its handler gives",
                    "cloudtrail.LookupEvents.EventCategory is limited to 0..64, not to 0..",
                    "cloudtrail.LookupEvents.EventCategory is one of [], not of [insight]",
                    "cloudtrail.LookupEvents.LookupAttributes is limited to 0..100, not to 0..",
                    "cloudtrail.LookupEvents.LookupAttributes[].AttributeKey is limited to 0..8192, not to 0..",
                    "cloudtrail.LookupEvents.LookupAttributes[].AttributeKey is one of [], not of [EventId, EventName,"
                            + " ReadOnly, Username, ResourceType, ResourceName, EventSource, AccessKeyId]",
                    "cloudtrail.LookupEvents.LookupAttributes[].AttributeValue is limited to 0..8192, not to 1..2000",
                    "cloudtrail.LookupEvents.MaxResults is limited to -2147483648.., not to 1..50",
                    "cloudtrail.LookupEvents.NextToken is limited to 0..4096, not to 0.."));

    private DeliberateDifferences() {}

    private record Reason(String why, List<String> differences) {

        Reason(String why, String... differences) {
            this(why, List.of(differences));
        }
    }

    static List<String> within(String operation) {
        return all().filter(difference -> operation(difference).equals(operation))
                .toList();
    }

    static Set<String> operations() {
        return all().map(DeliberateDifferences::operation).collect(Collectors.toSet());
    }

    private static Stream<String> all() {
        return ALL.stream().flatMap(reason -> reason.differences().stream());
    }

    private static String operation(String difference) {
        return String.join(".", List.of(difference.split("[. ]", 3)).subList(0, 2));
    }
}
