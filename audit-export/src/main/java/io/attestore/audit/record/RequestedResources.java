package io.attestore.audit.record;

import io.attestore.events.call.CallContext;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.AliasName;
import io.attestore.events.id.Arn;
import io.attestore.events.id.CharacterSet;
import io.attestore.events.id.KeyId;
import io.attestore.events.id.ParameterName;
import io.attestore.events.id.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The resources that a request names, whether they exist or not. What cannot be the name of one is passed over: callers
 * write what they like, and what is left here is printable ASCII of bounded length, which every index can hold.
 */
final class RequestedResources {

    /** As AWS limits the names of one request. */
    private static final int RESOURCES_MAX = 50;

    private static final JsonFactory JSON = new JsonFactory();
    private static final Set<String> NAME_MEMBERS = Set.of("name", "names", "resourceArn");
    private static final Set<String> TAGGED_PARAMETER_MEMBERS = Set.of("resourceId");
    private static final MemberText TAGGED_PARAMETER = new MemberText("resourceType", "Parameter");
    private static final Set<String> PARAMETER_MEMBERS =
            Set.of("name", "names", "resourceArn", "resourceType", "resourceId");
    private static final Set<String> KEY_MEMBERS = Set.of("keyId", "targetKeyId", "aliasName");
    private static final int PATH_LENGTH_MAX = 1011;
    private static final CharacterSet SELECTOR = CharacterSet.WORD.with(".-");
    private static final CharacterSet PATH = SELECTOR.with("/");

    private RequestedResources() {}

    static List<RecordResource> of(CallContext context) {
        if (context.requestParameters().isEmpty()) {
            return List.of();
        }
        String request = context.requestParameters().get();
        return switch (context.eventSource()) {
            case "ssm.amazonaws.com", "attestore" ->
                named(parameterNames(texts(request, PARAMETER_MEMBERS)), text -> parameter(text, context.where()));
            case KeyServiceRecords.EVENT_SOURCE ->
                named(texts(request, KEY_MEMBERS), text -> keyOrAlias(text, context.where()));
            default -> List.of();
        };
    }

    /** A request about tags says of what type the resource is, and names no parameter in any other way. */
    private static List<MemberText> parameterNames(List<MemberText> texts) {
        Set<String> members = texts.contains(TAGGED_PARAMETER) ? TAGGED_PARAMETER_MEMBERS : NAME_MEMBERS;
        List<MemberText> names = new ArrayList<>();
        for (MemberText text : texts) {
            if (members.contains(text.member())) {
                names.add(text);
            }
        }
        return names;
    }

    private static List<RecordResource> named(
            List<MemberText> names, Function<String, Optional<RecordResource>> resource) {
        List<RecordResource> resources = new ArrayList<>();
        for (MemberText name : names.subList(0, Math.min(names.size(), RESOURCES_MAX))) {
            resource.apply(name.text()).ifPresent(resources::add);
        }
        return resources;
    }

    /** {@code name}, {@code name:version}, {@code name:label} or an ARN of these. */
    private static Optional<RecordResource> parameter(String text, AccountRegion where) {
        Optional<Arn> arn = arn(text, "ssm");
        if (arn.isEmpty()) {
            String name = withoutSelector(text.strip());
            return PATH.hasAllOf(name, 1, PATH_LENGTH_MAX)
                    ? Optional.of(RecordResource.parameter(where, new ParameterName(name)))
                    : Optional.empty();
        }
        String resource = withoutSelector(arn.get().resource());
        if (!resource.startsWith("parameter/") || !PATH.hasAllOf(resource, 1, PATH_LENGTH_MAX)) {
            return Optional.empty();
        }
        String value = arn.get().value();
        String prefix = value.substring(0, value.length() - arn.get().resource().length());
        return Optional.of(new RecordResource(
                RecordResource.PARAMETER, new Arn(prefix + resource), resource.substring("parameter".length())));
    }

    private static String withoutSelector(String name) {
        int colon = name.lastIndexOf(':');
        return colon >= 0 && SELECTOR.hasAllBetween(name, colon + 1, name.length()) ? name.substring(0, colon) : name;
    }

    private static Optional<RecordResource> keyOrAlias(String text, AccountRegion where) {
        Optional<Arn> arn = arn(text, "kms");
        String name = arn.map(Arn::resource).orElse(text);
        if (AliasName.isValid(name)) {
            return Optional.of(arn.map(given -> new RecordResource(RecordResource.ALIAS, given, name))
                    .orElseGet(() -> RecordResource.alias(where, new AliasName(name))));
        }
        if (arn.isPresent()) {
            boolean key = name.startsWith("key/") && KeyId.isValid(name.substring("key/".length()));
            return key ? arn.map(RecordResource::key) : Optional.empty();
        }
        return KeyId.isValid(name) ? Optional.of(RecordResource.key(where, new KeyId(name))) : Optional.empty();
    }

    /** An ARN whose every part but the resource is one that an ARN of this service can have. */
    private static Optional<Arn> arn(String text, String service) {
        return Arn.parse(text)
                .filter(arn -> arn.service().equals(service)
                        && Region.isValid(arn.region())
                        && new Region(arn.region()).partition().equals(arn.partition())
                        && AccountId.isValid(arn.account()));
    }

    /** A text that a member at the top of a request holds, alone or in a list. */
    private record MemberText(String member, String text) {}

    /** The texts of the named members at the top of a JSON object, in its order. */
    private static List<MemberText> texts(String json, Set<String> members) {
        List<MemberText> texts = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return texts;
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String member = parser.currentName();
                JsonToken value = parser.nextToken();
                if (!members.contains(member)) {
                    parser.skipChildren();
                } else if (value == JsonToken.START_ARRAY) {
                    while (parser.nextToken() == JsonToken.VALUE_STRING) {
                        texts.add(new MemberText(member, parser.getString()));
                    }
                } else if (value == JsonToken.VALUE_STRING) {
                    texts.add(new MemberText(member, parser.getString()));
                } else {
                    parser.skipChildren();
                }
            }
        }
        return texts;
    }
}
