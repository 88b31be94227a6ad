package io.attestore.server.model;

import io.attestore.contract.operation.Access;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** The condition keys that AWS's reference lists, with what is deliberately different here, and those that are told. */
final class ConditionKeys {

    /** What stands for a name of the caller's own, and a name that is in all inputs and on all resources. */
    private static final List<String> NAMES = List.of("${TagKey}", "tag-key", "${EncryptionContextKey}");

    private static final String NAME = "Owner";

    /** Keys that no call of a client has here. */
    private static final List<Predicate<String>> NEVER = List.of(
            // Another service's use on the caller's behalf has it; these calls are the caller's own.
            key -> key.equals("kms:ViaService"),
            // There are no enclaves whose attestation could come with a call.
            key -> key.startsWith("kms:RecipientAttestation:"),
            // When a key was last used is nowhere kept apart from the log.
            key -> key.equals("kms:TrailingDaysWithoutKeyUsage"),
            // No service of AWS is given or ends a grant, and none is constrained to one's resource.
            key -> key.equals("kms:GranteeServicePrincipal"),
            key -> key.equals("kms:RetiringServicePrincipal"),
            key -> key.equals("kms:GrantConstraintSourceArn"),
            // There are no templates that roles are made from.
            key -> key.equals("iam:RoleTemplateARN"));

    /** By action: what AWS lists and is not told. */
    private static final Map<String, Set<String>> NOT_TOLD = Map.of(
            // A key that is not there yet has no tags.
            "kms:CreateKey", Set.of("aws:ResourceTag/Owner"),
            // The same of what IAM is asked to make.
            "iam:CreateUser", Set.of("aws:ResourceTag/Owner", "iam:ResourceTag/Owner"),
            "iam:CreateRole", Set.of("aws:ResourceTag/Owner", "iam:ResourceTag/Owner"),
            "iam:CreatePolicy", Set.of("aws:ResourceTag/Owner"),
            "iam:CreateInstanceProfile", Set.of("aws:ResourceTag/Owner"),
            "iam:CreateOpenIDConnectProvider", Set.of("aws:ResourceTag/Owner"),
            // A path is no parameter, even if one has its name: permission is for what is under it.
            "ssm:GetParametersByPath", Set.of("aws:ResourceTag/Owner", "ssm:resourceTag/Owner"));

    private ConditionKeys() {}

    /** What an access must tell. */
    static Set<String> expected(Access access, JsonNode action, List<JsonNode> resourceTypes) {
        Set<String> keys = Stream.concat(Stream.of(action), resourceTypes.stream())
                .flatMap(ConditionKeys::listed)
                .filter(key -> NEVER.stream().noneMatch(never -> never.test(key)))
                .collect(Collectors.toCollection(TreeSet::new));
        keys.removeAll(NOT_TOLD.getOrDefault(access.action(), Set.of()));
        if (access.arn().isPresent()) {
            // A key of several Regions is not offered: none that is there is of a type.
            keys.remove("kms:MultiRegionKeyType");
        }
        return keys;
    }

    /** What an access tells, of all keys that the reference has for any action or resource of its service. */
    static Set<String> toldBy(Access access, JsonNode service) {
        return Stream.of(service.path("actions"), service.path("resourceTypes"))
                .map(JsonNode::values)
                .flatMap(Collection::stream)
                .flatMap(ConditionKeys::listed)
                .filter(key -> access.conditions().values(key).isPresent())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> listed(JsonNode actionOrResourceType) {
        return StreamSupport.stream(actionOrResourceType.path("conditionKeys").spliterator(), false)
                .map(JsonNode::asString)
                .map(ConditionKeys::named);
    }

    private static String named(String key) {
        return NAMES.stream().reduce(key, (text, name) -> text.replace(name, NAME));
    }
}
