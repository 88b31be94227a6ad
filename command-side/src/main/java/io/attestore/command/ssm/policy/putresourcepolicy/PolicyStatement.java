package io.attestore.command.ssm.policy.putresourcepolicy;

import static io.attestore.command.ssm.policy.putresourcepolicy.MalformedPolicyException.require;

import io.attestore.events.id.AccountId;
import io.attestore.events.id.Arn;
import io.attestore.events.id.ParameterId;
import io.attestore.events.parameter.ResourcePolicyGrant;
import io.attestore.events.parameter.ResourcePolicyGrant.Consumer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** One statement of a resource policy. */
final class PolicyStatement {

    /**
     * What can be shared: the actions of the permission sets that the user guide names, and reading by path.
     *
     * @see <a
     *     href="https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-shared-parameters.html">Working
     *     with shared parameters</a>
     */
    private static final Map<String, String> ACTIONS = Stream.of(
                    "ssm:DescribeParameters",
                    "ssm:GetParameter",
                    "ssm:GetParameters",
                    "ssm:GetParameterHistory",
                    "ssm:GetParametersByPath")
            .collect(Collectors.toUnmodifiableMap(action -> action.toLowerCase(Locale.ROOT), Function.identity()));

    private static final Pattern PRINCIPAL =
            Pattern.compile("arn:([a-z-]+):iam::([0-9]{12}):(root|(?:user|role)/[a-zA-Z0-9_+=,.@/-]+)");

    private PolicyStatement() {}

    /** Reads statements where a parser stands. For one thread. */
    record Reading(JsonParser json, ParameterId parameter) {

        ResourcePolicyGrant grant() throws MalformedPolicyException {
            require(json.currentToken() == JsonToken.START_OBJECT, "A statement is a JSON object.");
            List<Consumer> consumers = List.of();
            List<String> actions = List.of();
            boolean allows = false;
            boolean about = false;
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String member = json.currentName();
                json.nextToken();
                switch (member) {
                    case "Sid" -> text("Sid is a string.");
                    case "Effect" -> allows = text("Effect is Allow.").equals("Allow");
                    case "Principal" -> consumers = consumers();
                    case "Action" -> actions = actions();
                    case "Resource" -> about = isAboutTheParameter();
                    default ->
                        throw new MalformedPolicyException(
                                "A statement has Sid, Effect, Principal, Action and Resource only.");
                }
            }
            require(allows, "Effect is Allow.");
            require(!consumers.isEmpty(), "Principal names accounts, users or roles.");
            require(!actions.isEmpty(), "Action names what is allowed.");
            require(about, "Resource is the ARN of the parameter.");
            return new ResourcePolicyGrant(consumers, actions);
        }

        private List<Consumer> consumers() throws MalformedPolicyException {
            String rule = "Principal is an object with AWS: account ids, or ARNs of accounts, users and roles.";
            require(json.currentToken() == JsonToken.START_OBJECT, rule);
            List<Consumer> consumers = new ArrayList<>();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                require(json.currentName().equals("AWS"), rule);
                json.nextToken();
                for (String principal : texts(rule)) {
                    consumers.add(consumer(principal, rule));
                }
            }
            return consumers.stream().distinct().toList();
        }

        private Consumer consumer(String principal, String rule) throws MalformedPolicyException {
            if (AccountId.isValid(principal)) {
                return new Consumer(new AccountId(principal), Optional.empty());
            }
            Matcher arn = PRINCIPAL.matcher(principal);
            require(
                    arn.matches()
                            && arn.group(1).equals(parameter.where().region().partition()),
                    rule);
            AccountId account = new AccountId(arn.group(2));
            return arn.group(3).equals("root")
                    ? new Consumer(account, Optional.empty())
                    : new Consumer(account, Optional.of(new Arn(principal)));
        }

        private List<String> actions() throws MalformedPolicyException {
            String rule = "Action is one or more of "
                    + ACTIONS.values().stream().sorted().collect(Collectors.joining(", ")) + ".";
            List<String> actions = new ArrayList<>();
            for (String named : texts(rule)) {
                String action = ACTIONS.get(named.toLowerCase(Locale.ROOT));
                if (action == null) {
                    throw new MalformedPolicyException(rule);
                }
                actions.add(action);
            }
            return actions.stream().distinct().toList();
        }

        private boolean isAboutTheParameter() throws MalformedPolicyException {
            List<String> resources = texts("Resource is the ARN of the parameter.");
            String arn = parameter.arn().value();
            return !resources.isEmpty() && resources.stream().allMatch(arn::equals);
        }

        /** A string, or the strings of an array. */
        private List<String> texts(String rule) throws MalformedPolicyException {
            if (json.currentToken() != JsonToken.START_ARRAY) {
                return List.of(text(rule));
            }
            List<String> texts = new ArrayList<>();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                texts.add(text(rule));
            }
            return texts;
        }

        private String text(String rule) throws MalformedPolicyException {
            require(json.currentToken() == JsonToken.VALUE_STRING, rule);
            return json.getString();
        }
    }
}
