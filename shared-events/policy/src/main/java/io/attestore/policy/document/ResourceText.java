package io.attestore.policy.document;

import java.util.Set;

/** The text of a resource in a policy: a star or an ARN, which may lack parts at its end and have wildcards. */
final class ResourceText {

    private static final int ARN_PARTS = 6;
    private static final Set<String> PARTITIONS =
            Set.of("aws", "aws-cn", "aws-us-gov", "aws-iso", "aws-iso-b", "aws-iso-e", "aws-iso-f", "aws-eusc");

    private ResourceText() {}

    /** @throws MalformedPolicyException where it is an ARN of which a part before the last given one is missing */
    static void checkShape(String resource) {
        String[] parts = resource.split(":", ARN_PARTS);
        if (isArn(resource) && PARTITIONS.contains(parts[1]) && parts.length > 2) {
            boolean hasGap = resource.contains("::") && parts.length < ARN_PARTS;
            Grammar.require(!hasGap && !parts[2].isEmpty(), PolicyFaultTexts.LEGACY_PARSING);
        }
    }

    /** @throws MalformedPolicyException where it is neither */
    static void check(String resource) {
        if (resource.equals("*")) {
            return;
        }
        Grammar.require(isArn(resource), "Resource " + resource + " must be in ARN format or \"*\".");
        String[] parts = resource.split(":", ARN_PARTS);
        Grammar.require(isPartition(parts[1]), noSuchPartition(parts));
        Grammar.require(parts.length > 2, "Resource vendor must be fully qualified and cannot contain regexes.");
    }

    private static boolean isArn(String resource) {
        return resource.startsWith("arn:");
    }

    private static boolean isPartition(String text) {
        return PARTITIONS.contains(text) || text.indexOf('*') >= 0 || text.indexOf('$') >= 0;
    }

    private static String noSuchPartition(String[] parts) {
        StringBuilder arn = new StringBuilder("arn:").append(parts[1]);
        for (int i = 2; i < ARN_PARTS; i++) {
            arn.append(':').append(i < parts.length ? parts[i] : "*");
        }
        return "Partition \"%s\" is not valid for resource \"%s\".".formatted(parts[1], arn);
    }
}
