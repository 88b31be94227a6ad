package io.attestore.entities.iam.document;

import io.attestore.contract.document.Structure;
import io.attestore.entities.iam.policy.ManagedPolicy;
import io.attestore.entities.iam.policy.PolicyAttachments;

/** What IAM's answers tell of managed policies. */
public final class PolicyDocuments {

    private PolicyDocuments() {}

    /** With its description and tags, which lists leave out. */
    public static Structure policy(ManagedPolicy policy, PolicyAttachments uses) {
        Structure.Builder document = described(policy, uses);
        IamDocuments.tags(document, policy.tags());
        return document.build();
    }

    /** With all its versions. */
    public static Structure detailed(ManagedPolicy policy, PolicyAttachments uses) {
        return described(policy, uses)
                .putAll(
                        "PolicyVersionList",
                        policy.versions().stream().map(PolicyDocuments::version).toList())
                .build();
    }

    private static Structure.Builder described(ManagedPolicy policy, PolicyAttachments uses) {
        return policies(policy, uses).putIfPresent("Description", policy.description());
    }

    /** As lists show it. */
    public static Structure listed(ManagedPolicy policy, PolicyAttachments uses) {
        return policies(policy, uses).build();
    }

    private static Structure.Builder policies(ManagedPolicy policy, PolicyAttachments uses) {
        return Structure.builder()
                .put("PolicyName", policy.name())
                .put("PolicyId", policy.id())
                .put("Arn", policy.arn().value())
                .put("Path", policy.path())
                .put("DefaultVersionId", policy.defaultVersionId())
                .put("AttachmentCount", uses.attached().size())
                .put("PermissionsBoundaryUsageCount", uses.limited().size())
                .put("IsAttachable", true)
                .put("CreateDate", policy.createdAt())
                .put("UpdateDate", policy.updatedAt());
    }

    /** With its document. */
    public static Structure version(ManagedPolicy.ShownVersion version) {
        return versions(version)
                .put("Document", IamDocuments.encoded(version.document().text()))
                .build();
    }

    /** As lists show it. */
    public static Structure listedVersion(ManagedPolicy.ShownVersion version) {
        return versions(version).build();
    }

    private static Structure.Builder versions(ManagedPolicy.ShownVersion version) {
        return Structure.builder()
                .put("VersionId", version.id())
                .put("IsDefaultVersion", version.isDefault())
                .put("CreateDate", version.createdAt());
    }
}
