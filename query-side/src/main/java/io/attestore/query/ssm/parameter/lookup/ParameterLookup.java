package io.attestore.query.ssm.parameter.lookup;

import io.attestore.contract.operation.AwsFault;
import io.attestore.contract.operation.Call;
import io.attestore.entities.ssm.parameter.NameViolation;
import io.attestore.entities.ssm.parameter.Parameter;
import io.attestore.entities.ssm.parameter.ParameterFaults;
import io.attestore.entities.ssm.parameter.ParameterNameFaults;
import io.attestore.entities.ssm.parameter.ParameterReference;
import io.attestore.entities.ssm.parameter.ParameterVersion;
import io.attestore.events.id.ParameterName;
import java.util.Optional;

/** Finds the version of a parameter that a reference means. */
public final class ParameterLookup {

    private static final int VERSION_DIGITS_MAX = 18;

    private ParameterLookup() {}

    /** What a reference leads to. */
    public sealed interface Result {}

    public record Found(Parameter.Present parameter, ParameterVersion version) implements Result {}

    public record NoParameter() implements Result {}

    /** The parameter is there, but no version of it has this number or label, or its value was destroyed. */
    public record NoVersion(ParameterName name, String selector) implements Result {

        public AwsFault fault() {
            return ParameterFaults.versionNotFound(name, selector);
        }
    }

    /**
     * Reads a reference to a parameter, for which the caller has permission.
     *
     * @throws AwsFault if the text is none
     */
    public static ParameterReference reference(String text, Call call) {
        return switch (ParameterReference.parse(text, call.where())) {
            case ParameterReference.Understood(ParameterReference understood) -> understood;
            case ParameterReference.Rejected(NameViolation violation) ->
                throw ParameterNameFaults.unreadableName(violation, text.strip());
        };
    }

    /** What the answer calls a parameter that was asked for by this text: {@code x} and {@code /x} are names of one. */
    public static ParameterName answered(String text, ParameterReference reference, Parameter.Present parameter) {
        return text.strip().startsWith("arn:") ? parameter.name() : reference.name();
    }

    public static Result find(ParameterReference reference, Call call) {
        return parameter(reference, call)
                .map(present -> found(present, reference))
                .orElseGet(NoParameter::new);
    }

    /** The parameter, whatever version is meant; empty if it is not there or in another Region. */
    public static Optional<Parameter.Present> parameter(ParameterReference reference, Call call) {
        if (!reference.where().region().equals(call.where().region())) {
            return Optional.empty();
        }
        return switch (call.load(Parameter.TYPE, reference.id())) {
            case Parameter.Absent absent -> Optional.empty();
            case Parameter.Present present -> Optional.of(present);
        };
    }

    private static Result found(Parameter.Present present, ParameterReference reference) {
        return version(present, reference.selector())
                .<Result>map(version -> new Found(present, version))
                .orElseGet(() -> new NoVersion(
                        reference.name(),
                        reference
                                .selector()
                                .orElseGet(() -> Long.toString(present.current().number()))));
    }

    private static Optional<ParameterVersion> version(Parameter.Present present, Optional<String> selector) {
        if (selector.isEmpty()) {
            return present.readableCurrent();
        }
        return number(selector.get()).flatMap(present::version).or(() -> present.labelled(selector.get()));
    }

    /** The version number that a selector is; empty if it is a label: none begins with a digit. */
    private static Optional<Long> number(String selector) {
        boolean digits = selector.length() <= VERSION_DIGITS_MAX
                && selector.chars().allMatch(character -> character >= '0' && character <= '9');
        return digits ? Optional.of(Long.parseLong(selector)) : Optional.empty();
    }
}
