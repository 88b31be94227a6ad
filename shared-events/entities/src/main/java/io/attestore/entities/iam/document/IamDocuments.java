package io.attestore.entities.iam.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.attestore.contract.document.Structure;
import io.attestore.entities.iam.IamTags;
import io.attestore.entities.iam.group.Group;
import io.attestore.entities.iam.policy.HeldPolicies;
import io.attestore.entities.iam.role.InstanceProfile;
import io.attestore.entities.iam.role.Role;
import io.attestore.entities.iam.user.User;
import io.attestore.events.id.IamResource;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What IAM's answers tell of users, groups, roles and instance profiles. */
public final class IamDocuments {

    private IamDocuments() {}

    /** With its boundary and tags, which lists leave out. */
    public static Structure user(User.Existing user) {
        Structure.Builder document = resource(user.resource(), user.createdAt());
        boundary(document, user.policies());
        tags(document, user.tags());
        return document.build();
    }

    /** As lists show it. */
    public static Structure listedUser(IamResource user, Instant createdAt) {
        return resource(user, createdAt).build();
    }

    /** What all of them have. */
    public static Structure.Builder resource(IamResource resource, Instant createdAt) {
        String word = resource.kind().word();
        return Structure.builder()
                .put("Path", resource.path())
                .put(word + "Name", resource.name())
                .put(word + "Id", resource.id().value())
                .put("Arn", resource.arn().value())
                .put("CreateDate", createdAt);
    }

    public static Structure group(IamResource group, Instant createdAt) {
        return resource(group, createdAt).build();
    }

    public static Structure group(Group.Existing group) {
        return group(group.resource(), group.createdAt());
    }

    /** With its boundary and tags, which lists leave out. */
    public static Structure role(Role.Existing role) {
        Structure.Builder document = roles(role);
        boundary(document, role.policies());
        tags(document, role.tags());
        return document.build();
    }

    /** As lists show it. */
    public static Structure listedRole(Role.Existing role) {
        return roles(role).build();
    }

    private static Structure.Builder roles(Role.Existing role) {
        return resource(role.resource(), role.createdAt())
                .put("AssumeRolePolicyDocument", encoded(role.trust().document()))
                .putIfPresent("Description", role.facts().description())
                .put("MaxSessionDuration", role.facts().sessionSecondsMax());
    }

    /** @param role the one in it, if it is still there */
    public static Structure instanceProfile(InstanceProfile.Existing profile, Optional<Role.Existing> role) {
        Structure.Builder document = resource(profile.resource(), profile.createdAt())
                .putAll("Roles", role.stream().map(IamDocuments::listedRole).toList());
        tags(document, profile.tags());
        return document.build();
    }

    /** A policy's document as IAM's answers have it, by RFC 3986. */
    public static String encoded(String policyDocument) {
        return URLEncoder.encode(policyDocument, UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    public static List<Structure> tags(IamTags tags) {
        return tags.byKey().values().stream().map(IamDocuments::tag).toList();
    }

    public static Structure tag(IamTags.Tag tag) {
        return Structure.builder()
                .put("Key", tag.key())
                .put("Value", tag.value())
                .build();
    }

    /** Left out where there are none. */
    public static void tags(Structure.Builder document, IamTags tags) {
        if (!tags.byKey().isEmpty()) {
            document.putAll("Tags", tags(tags));
        }
    }

    /** Left out where there is none. */
    public static void boundary(Structure.Builder document, HeldPolicies policies) {
        policies.boundary()
                .ifPresent(boundary -> document.put(
                        "PermissionsBoundary",
                        Structure.builder()
                                .put("PermissionsBoundaryType", "Policy")
                                .put("PermissionsBoundaryArn", boundary.value())
                                .build()));
    }
}
