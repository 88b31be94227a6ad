package io.attestore.proof.hostile;

import io.attestore.contract.document.Shape.Member;
import io.attestore.contract.document.Shape.StructureShape;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What a well-meaning client sends, by the names of members, so that one hostile value beside it gets as far as it can. */
final class UsualInputs {

    static final String PARAMETER = "/hostile/parameter";

    private static final Map<String, String> BY_NAME = Map.ofEntries(
            Map.entry("Name", string(PARAMETER)),
            Map.entry("Names", "[" + string(PARAMETER) + "]"),
            Map.entry("Path", "\"/hostile\""),
            Map.entry("Value", "\"value\""),
            Map.entry("Type", "\"String\""),
            Map.entry("Overwrite", "true"),
            Map.entry("ParameterVersion", "1"),
            Map.entry("Version", "1"),
            Map.entry("Labels", "[\"label\"]"),
            Map.entry("ResourceType", "\"Parameter\""),
            Map.entry("ResourceId", string(PARAMETER)),
            Map.entry("Tags", "[{\"Key\":\"key\",\"Value\":\"value\"}]"),
            Map.entry("TagKeys", "[\"key\"]"),
            Map.entry("Key", "\"Name\""),
            Map.entry("Values", "[\"/hostile\"]"),
            Map.entry("SettingId", "\"/ssm/parameter-store/high-throughput-enabled\""),
            Map.entry("SettingValue", "\"true\""),
            Map.entry("KeyId", "\"alias/hostile\""),
            Map.entry("TargetKeyId", "\"alias/hostile\""),
            Map.entry("AliasName", "\"alias/new\""),
            Map.entry("KeySpec", "\"AES_256\""),
            Map.entry("Plaintext", "\"QUJD\""),
            Map.entry("CiphertextBlob", "\"QUJD\""),
            Map.entry("Policy", "\"{}\""),
            Map.entry("PolicyId", "\"none\""),
            Map.entry("PolicyHash", "\"none\""),
            Map.entry("AttributeKey", "\"EventName\""),
            Map.entry("AttributeValue", "\"GetParameter\""),
            Map.entry("DeletionId", "\"none\""));

    /** They exclude another member of their operation, or end the pages: given alone. */
    private static final Set<String> ALONE = Set.of("Filters", "Shared", "NextToken", "Marker");

    private UsualInputs() {}

    /** The members that are required, and those that are usual. */
    static Map<String, String> membersOf(StructureShape shape, Map<String, String> own) {
        Map<String, String> members = new LinkedHashMap<>();
        for (Member member : shape.members()) {
            String value = own.getOrDefault(member.name(), BY_NAME.getOrDefault(member.name(), ""));
            boolean given = !value.isEmpty() && !ALONE.contains(member.name());
            if (given && (member.required() || own.containsKey(member.name()) || isUsual(member))) {
                members.put(member.name(), value);
            }
        }
        return members;
    }

    static String of(StructureShape shape) {
        return JsonText.object(membersOf(shape, Map.of()));
    }

    private static boolean isUsual(Member member) {
        return Set.of("Type", "Overwrite", "Values", "Labels").contains(member.name());
    }

    private static String string(String text) {
        return JsonText.string(text);
    }
}
