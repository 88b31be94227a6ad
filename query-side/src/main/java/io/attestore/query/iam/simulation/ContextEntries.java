package io.attestore.query.iam.simulation;

import io.attestore.contract.document.Structure;
import io.attestore.policy.condition.Condition;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The values of condition keys that a simulation is to go by, each of the type that it is said to be.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ContextEntry.html">IAM: ContextEntry</a>
 */
final class ContextEntries {

    private static final String LIST = "List";
    private static final String STRING = "string";

    /** By type: a condition operator that takes a value of it. */
    private static final Map<String, String> OPERATORS = Map.of(
            STRING,
            "StringEquals",
            "numeric",
            "NumericEquals",
            "boolean",
            "Bool",
            "ip",
            "IpAddress",
            "binary",
            "BinaryEquals",
            "date",
            "DateEquals");

    private ContextEntries() {}

    /** The values by their keys in lower case. */
    static Map<String, List<String>> read(List<Structure> entries) {
        Map<String, List<String>> values = new HashMap<>();
        for (Structure entry : entries) {
            String name = entry.optionalText("ContextKeyName")
                    .orElseThrow(() -> SimulationFaults.contextEntry("ContextKeyName cannot be null or empty"));
            List<String> given = entry.texts("ContextKeyValues");
            check(name, entry.optionalText("ContextKeyType").orElse(STRING), given);
            if (values.put(name.toLowerCase(Locale.ROOT), given) != null) {
                throw SimulationFaults.contextEntry("Duplicate context key: " + name);
            }
        }
        return values;
    }

    private static void check(String name, String type, List<String> values) {
        boolean several = type.endsWith(LIST);
        if (!several && values.size() > 1) {
            throw SimulationFaults.contextEntry(name + " of type " + type + " cannot have several values");
        }
        String ofOne = several ? type.substring(0, type.length() - LIST.length()) : type;
        String operator = OPERATORS.getOrDefault(ofOne, "StringEquals");
        try {
            Condition.of(operator, name, values, false);
        } catch (IllegalArgumentException _) {
            throw SimulationFaults.contextEntry(name + " has a value that is not of type " + ofOne);
        }
    }
}
