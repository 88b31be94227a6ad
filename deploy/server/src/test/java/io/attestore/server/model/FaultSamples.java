package io.attestore.server.model;

import io.attestore.contract.operation.AwsFault;
import io.attestore.events.id.Arn;
import io.attestore.events.id.ParameterName;
import io.attestore.events.id.Region;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Our refusals, made with arguments of every kind that they take. */
public final class FaultSamples {

    private static final String KEY = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";

    private FaultSamples() {}

    /** Those of parameters, and of the operations of our own. */
    static Stream<Method> ofParameterStore() {
        return Stream.concat(ReachableFaults.ofService("ssm"), ReachableFaults.ofService("attestore"));
    }

    static Stream<Method> ofKms() {
        return ReachableFaults.ofService("kms");
    }

    /** The codes of all refusals of these services. */
    public static Set<String> codes() {
        return Stream.concat(ofParameterStore(), ofKms())
                .flatMap(method -> madeBy(method).stream())
                .map(AwsFault::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What a method that makes a refusal makes of all combinations of arguments. */
    static List<AwsFault> madeBy(Method method) {
        List<List<Object>> combinations = List.of(List.of());
        for (Class<?> type : method.getParameterTypes()) {
            List<List<Object>> longer = new ArrayList<>();
            for (List<Object> combination : combinations) {
                for (Object value : values(type)) {
                    longer.add(Stream.concat(combination.stream(), Stream.of(value))
                            .toList());
                }
            }
            combinations = longer;
        }
        return combinations.stream().map(arguments -> made(method, arguments)).toList();
    }

    private static AwsFault made(Method method, List<Object> arguments) {
        try {
            method.setAccessible(true);
            return (AwsFault) method.invoke(null, arguments.toArray());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(method + " with " + arguments, e);
        }
    }

    private static List<?> values(Class<?> type) {
        if (type.isEnum()) {
            return List.of(type.getEnumConstants());
        }
        if (type == String.class) {
            return List.of("text", KEY, KEY.replace("key/", "other/"));
        }
        if (type == Arn.class) {
            return List.of(new Arn(KEY), new Arn(KEY.replace("key/", "alias/")));
        }
        if (type == int.class) {
            return List.of(1);
        }
        if (type == long.class) {
            return List.of(1L);
        }
        if (type == ParameterName.class) {
            return List.of(new ParameterName("/a"));
        }
        if (type == Region.class) {
            return List.of(new Region("us-east-1"));
        }
        throw new AssertionError("No sample of " + type);
    }
}
