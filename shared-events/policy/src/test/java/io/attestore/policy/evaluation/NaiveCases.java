package io.attestore.policy.evaluation;

import io.attestore.policy.Asking;
import io.attestore.policy.evaluation.NaivePolicy.NaiveCondition;
import io.attestore.policy.evaluation.NaivePolicy.NaiveStatement;
import io.attestore.policy.request.Requester;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Random cases from few words, so that statements match often. */
final class NaiveCases {

    private static final List<String> ACTIONS = List.of("app:Read", "app:Write", "app:ReadAll", "log:Read");
    private static final List<String> ACTION_PATTERNS =
            List.of("*", "app:*", "app:Read", "APP:read*", "app:?rite", "log:*", "app:*a*", "*:Read");
    private static final List<String> RESOURCES = List.of(
            "arn:aws:app:us-east-1:123456789012:thing/a",
            "arn:aws:app:us-east-1:123456789012:thing/a/b",
            "arn:aws:app:eu-west-1:123456789012:thing/c",
            "*");
    private static final List<String> RESOURCE_PATTERNS = List.of(
            "*",
            "arn:aws:app:*:123456789012:thing/a",
            "arn:aws:app:us-east-1:*:thing/*",
            "arn:aws:app:*/?",
            "arn:aws:app:*b",
            "arn:*:app:eu-*");
    private static final List<String> PRINCIPALS = List.of(
            "*",
            "123456789012",
            "210987654321",
            Asking.ROOT_ARN,
            Asking.ALICE_ARN,
            Asking.ROLE_ARN,
            Asking.SESSION_ARN,
            Asking.FEDERATED_ARN,
            "AIDAALICEALICEALICE");
    private static final List<String> OPERATORS = List.of(
            "StringEquals",
            "StringNotEquals",
            "StringLike",
            "StringEqualsIfExists",
            "ForAllValues:StringEquals",
            "ForAnyValue:StringNotEquals");
    private static final List<String> KEYS = List.of("aws:x", "aws:Y");
    private static final List<String> VALUES = List.of("one", "two", "o*", "");
    private static final List<Requester> REQUESTERS =
            List.of(Asking.root(), Asking.alice(), Asking.session(), Asking.federated(), Asking.federatedByRoot());

    private final Random random;

    NaiveCases(long seed) {
        random = new Random(seed);
    }

    NaiveCase next() {
        boolean gates = one(4);
        Map<String, List<String>> context = new HashMap<>();
        KEYS.forEach(key -> context.put(key.toLowerCase(Locale.ROOT), some(VALUES, 0, 2)));
        return new NaiveCase(
                (Requester.InAccount) any(REQUESTERS),
                one(4),
                any(ACTIONS),
                any(RESOURCES),
                context,
                times(random.nextInt(3), () -> policy(false)),
                one(3) ? Optional.of(policy(false)) : Optional.empty(),
                times(Math.max(0, random.nextInt(4) - 1), () -> policy(false)),
                gates || one(2) ? Optional.of(policy(true)) : Optional.empty(),
                gates);
    }

    private NaivePolicy policy(boolean principals) {
        return new NaivePolicy(times(1 + random.nextInt(2), () -> statement(principals)));
    }

    private NaiveStatement statement(boolean principals) {
        return new NaiveStatement(
                !one(6),
                principals ? some(PRINCIPALS, 1, 3) : List.of(),
                one(8),
                some(ACTION_PATTERNS, 1, 2),
                one(8),
                some(RESOURCE_PATTERNS, 1, 2),
                one(3) ? List.of(condition()) : List.of());
    }

    private NaiveCondition condition() {
        return one(6)
                ? new NaiveCondition("Null", any(KEYS), List.of(String.valueOf(one(2))))
                : new NaiveCondition(any(OPERATORS), any(KEYS), some(VALUES, 1, 2));
    }

    private boolean one(int of) {
        return random.nextInt(of) == 0;
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private <T> List<T> some(List<T> values, int min, int max) {
        return times(min + random.nextInt(max - min + 1), () -> any(values));
    }

    private static <T> List<T> times(int count, Supplier<T> supplier) {
        return Stream.generate(supplier).limit(count).toList();
    }
}
