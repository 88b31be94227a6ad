package io.attestore.server.system;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.LookupAttribute;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.ssm.SsmClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * The few commands of {@code aws} that the README shows, made of the SDK for Java, for machines without the AWS CLI. Takes
 * endpoint, Region and credentials from the same environment variables. Whatever it does not know, it refuses.
 */
final class SdkCommandLine {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final IamClient IAM =
            IamClient.builder().region(Region.US_EAST_1).build();

    private final Map<String, String> options;

    private SdkCommandLine(Map<String, String> options) {
        this.options = options;
    }

    public static void main(String[] arguments) {
        SdkCommandLine line =
                new SdkCommandLine(options(Arrays.asList(arguments).subList(2, arguments.length)));
        Map<String, Object> answer = members(line.call(arguments[0] + " " + arguments[1]));
        Optional<String> query = line.option("query");
        if (query.isPresent()) {
            System.out.println(at(answer, query.get()));
        } else if (!answer.isEmpty()) {
            System.out.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(answer));
        }
    }

    private SdkPojo call(String command) {
        return switch (command) {
            case "ssm put-parameter" ->
                SsmClient.create()
                        .putParameter(request -> request.name(options.get("name"))
                                .value(options.get("value"))
                                .type(options.get("type")));
            case "ssm get-parameter" ->
                SsmClient.create()
                        .getParameter(
                                request -> request.name(options.get("name")).withDecryption(flag("with-decryption")));
            case "ssm get-parameters-by-path" ->
                SsmClient.create()
                        .getParametersByPath(request -> request.path(options.get("path"))
                                .recursive(flag("recursive"))
                                .withDecryption(flag("with-decryption")));
            case "kms create-key" ->
                KmsClient.create().createKey(request -> request.description(options.get("description")));
            case "kms create-alias" ->
                KmsClient.create()
                        .createAlias(request ->
                                request.aliasName(options.get("alias-name")).targetKeyId(options.get("target-key-id")));
            case "kms rotate-key-on-demand" ->
                KmsClient.create().rotateKeyOnDemand(request -> request.keyId(options.get("key-id")));
            case "iam create-group" -> IAM.createGroup(request -> request.groupName(options.get("group-name")));
            case "iam attach-group-policy" ->
                IAM.attachGroupPolicy(
                        request -> request.groupName(options.get("group-name")).policyArn(options.get("policy-arn")));
            case "iam create-user" ->
                IAM.createUser(
                        request -> request.userName(options.get("user-name")).path(options.get("path")));
            case "iam add-user-to-group" ->
                IAM.addUserToGroup(
                        request -> request.groupName(options.get("group-name")).userName(options.get("user-name")));
            case "iam put-user-policy" ->
                IAM.putUserPolicy(request -> request.userName(options.get("user-name"))
                        .policyName(options.get("policy-name"))
                        .policyDocument(options.get("policy-document")));
            case "iam create-access-key" -> IAM.createAccessKey(request -> request.userName(options.get("user-name")));
            case "cloudtrail lookup-events" ->
                CloudTrailClient.create().lookupEvents(request -> request.lookupAttributes(lookupAttribute()));
            default -> throw new IllegalArgumentException("No such command here: " + command);
        };
    }

    private LookupAttribute lookupAttribute() {
        Map<String, String> pair = Arrays.stream(
                        options.get("lookup-attributes").split(","))
                .map(part -> part.split("=", 2))
                .collect(Collectors.toMap(part -> part[0], part -> part[1]));
        return LookupAttribute.builder()
                .attributeKey(pair.get("AttributeKey"))
                .attributeValue(pair.get("AttributeValue"))
                .build();
    }

    private Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    private boolean flag(String name) {
        return options.containsKey(name);
    }

    private static Map<String, String> options(List<String> words) {
        Map<String, String> options = new LinkedHashMap<>();
        for (int i = 0; i < words.size(); i++) {
            String name = words.get(i).substring("--".length());
            boolean valued = i + 1 < words.size() && !words.get(i + 1).startsWith("--");
            options.put(name, valued ? words.get(++i) : "");
        }
        return options;
    }

    private static Map<String, Object> members(SdkPojo structure) {
        Map<String, Object> members = new LinkedHashMap<>();
        structure
                .sdkFields()
                .forEach(field -> Optional.ofNullable(field.getValueOrDefault(structure))
                        .ifPresent(value -> members.put(field.locationName(), plain(value))));
        return members;
    }

    private static Object plain(Object value) {
        return switch (value) {
            case SdkPojo structure -> members(structure);
            case List<?> list -> list.stream().map(SdkCommandLine::plain).toList();
            case Instant instant -> instant.toString();
            default -> value;
        };
    }

    private static Object at(Map<String, Object> answer, String path) {
        Object place = answer;
        for (String name : path.split("\\.")) {
            place = ((Map<?, ?>) place).get(name);
        }
        return place;
    }
}
