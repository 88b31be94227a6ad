package io.attestore.audit.record;

import io.attestore.events.call.CallContext;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.AliasName;
import io.attestore.events.id.Arn;
import io.attestore.events.id.KeyId;
import io.attestore.events.id.ParameterName;
import io.attestore.events.id.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
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
    private static final Set<String> PARAMETER_MEMBERS = Set.of("name", "names", "resourceArn");
    private static final Set<String> TAGGED_PARAMETER_MEMBERS = Set.of("resourceId");
    private static final Set<String> KEY_MEMBERS = Set.of("keyId", "targetKeyId", "aliasName");
    private static final Pattern PARAMETER_PATH = Pattern.compile("[a-zA-Z0-9_./-]{1,1011}");
    private static final Pattern SELECTOR = Pattern.compile(":[a-zA-Z0-9_.-]*$");

    private RequestedResources() {}

    static List<RecordResource> of(CallContext context) {
        if (context.requestParameters().isEmpty()) {
            return List.of();
        }
        String request = context.requestParameters().get();
        return switch (context.eventSource()) {
            case "ssm.amazonaws.com", "attestore" ->
                texts(request, parameterMembers(request)).stream()
                        .flatMap(text -> parameter(text, context.where()).stream())
                        .toList();
            case KeyServiceRecords.EVENT_SOURCE ->
                texts(request, KEY_MEMBERS).stream()
                        .flatMap(text -> keyOrAlias(text, context.where()).stream())
                        .toList();
            default -> List.of();
        };
    }

    /** A request about tags says first of what type the resource is. */
    private static Set<String> parameterMembers(String request) {
        return texts(request, Set.of("resourceType")).contains("Parameter")
                ? TAGGED_PARAMETER_MEMBERS
                : PARAMETER_MEMBERS;
    }

    /** {@code name}, {@code name:version}, {@code name:label} or an ARN of these. */
    private static Optional<RecordResource> parameter(String text, AccountRegion where) {
        Optional<Arn> arn = arn(text, "ssm");
        if (arn.isEmpty()) {
            String name = SELECTOR.matcher(text.strip()).replaceFirst("");
            return PARAMETER_PATH.matcher(name).matches()
                    ? Optional.of(RecordResource.parameter(where, new ParameterName(name)))
                    : Optional.empty();
        }
        String resource = SELECTOR.matcher(arn.get().resource()).replaceFirst("");
        if (!resource.startsWith("parameter/")
                || !PARAMETER_PATH.matcher(resource).matches()) {
            return Optional.empty();
        }
        String value = arn.get().value();
        String prefix = value.substring(0, value.length() - arn.get().resource().length());
        return Optional.of(new RecordResource(
                RecordResource.PARAMETER, new Arn(prefix + resource), resource.substring("parameter".length())));
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

    /** The texts of the named members at the top of a JSON object, or of a list in such a member. */
    private static List<String> texts(String json, Set<String> members) {
        List<String> texts = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return texts;
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean wanted = members.contains(parser.currentName());
                JsonToken value = parser.nextToken();
                if (wanted && value == JsonToken.START_ARRAY) {
                    while (parser.nextToken() == JsonToken.VALUE_STRING) {
                        texts.add(parser.getString());
                    }
                } else if (wanted && value == JsonToken.VALUE_STRING) {
                    texts.add(parser.getString());
                } else {
                    parser.skipChildren();
                }
            }
        }
        return texts.size() <= RESOURCES_MAX ? texts : texts.subList(0, RESOURCES_MAX);
    }
}
