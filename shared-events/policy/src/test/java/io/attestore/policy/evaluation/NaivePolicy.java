package io.attestore.policy.evaluation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A policy for the naive evaluator: its statements as they are, and their JSON. */
record NaivePolicy(List<NaiveStatement> statements) {

    String json() {
        return "{\"Version\":\"2012-10-17\",\"Statement\":["
                + statements.stream().map(NaiveStatement::json).collect(Collectors.joining(",")) + "]}";
    }

    /** @param principals those of AWS; none in an identity policy */
    record NaiveStatement(
            boolean allows,
            List<String> principals,
            boolean notAction,
            List<String> actions,
            boolean notResource,
            List<String> resources,
            List<NaiveCondition> conditions) {

        String json() {
            String principal = principals.isEmpty() ? "" : "\"Principal\":{\"AWS\":" + list(principals) + "},";
            String condition = conditions.isEmpty()
                    ? ""
                    : ",\"Condition\":{"
                            + conditions.stream().map(NaiveCondition::json).collect(Collectors.joining(",")) + "}";
            return "{\"Effect\":\"" + (allows ? "Allow" : "Deny") + "\"," + principal
                    + (notAction ? "\"NotAction\":" : "\"Action\":") + list(actions) + ","
                    + (notResource ? "\"NotResource\":" : "\"Resource\":") + list(resources) + condition + "}";
        }

        boolean matches(String action, String resource, Map<String, List<String>> context) {
            boolean isAction = actions.stream().anyMatch(each -> glob(lower(each), lower(action)) || each.equals("*"));
            boolean isResource = resources.stream().anyMatch(each -> glob(each, resource));
            return isAction != notAction
                    && isResource != notResource
                    && conditions.stream().allMatch(each -> each.holds(context));
        }
    }

    record NaiveCondition(String operator, String key, List<String> values) {

        String json() {
            return "\"" + operator + "\":{\"" + key + "\":" + list(values) + "}";
        }

        boolean holds(Map<String, List<String>> context) {
            List<String> actual = context.getOrDefault(lower(key), List.of());
            return switch (operator) {
                case "StringEquals" -> actual.stream().anyMatch(values::contains);
                case "StringNotEquals" -> actual.stream().noneMatch(values::contains);
                case "StringLike" ->
                    actual.stream().anyMatch(each -> values.stream().anyMatch(value -> glob(value, each)));
                case "StringEqualsIfExists" ->
                    actual.isEmpty() || actual.stream().anyMatch(values::contains);
                case "ForAllValues:StringEquals" -> actual.stream().allMatch(values::contains);
                case "ForAnyValue:StringNotEquals" -> actual.stream().anyMatch(each -> !values.contains(each));
                case "Null" -> values.contains(String.valueOf(actual.isEmpty()));
                default -> throw new IllegalStateException(operator);
            };
        }
    }

    private static String list(List<String> texts) {
        return texts.stream().map(text -> "\"" + text + "\"").collect(Collectors.joining(",", "[", "]"));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    static boolean glob(String pattern, String text) {
        if (pattern.isEmpty()) {
            return text.isEmpty();
        }
        if (pattern.charAt(0) == '*') {
            return glob(pattern.substring(1), text) || !text.isEmpty() && glob(pattern, text.substring(1));
        }
        return !text.isEmpty()
                && (pattern.charAt(0) == '?' || pattern.charAt(0) == text.charAt(0))
                && glob(pattern.substring(1), text.substring(1));
    }
}
