package io.attestore.command.ssm.parameter.putparameter;

import io.attestore.entities.ssm.parameter.Parameter;
import io.attestore.entities.ssm.parameter.ParameterTier;
import io.attestore.entities.ssm.parameter.ParameterVersion;
import io.attestore.entities.ssm.parameter.VersionLimit;
import io.attestore.events.id.ParameterName;
import io.attestore.events.parameter.ParameterType;
import java.util.List;
import java.util.Optional;

/**
 * The version that is to be, but for its value. What a request leaves out is taken from the version before; a version of
 * another type than the one before has a key of its own or none, as its type has it.
 *
 * @param creates whether the parameter comes to be with it
 * @param keyReference for a SecureString the key that encrypts it
 * @param tierBefore of the version before; empty if there is none
 * @param displaced the oldest versions that go because it comes
 */
record NextVersion(
        boolean creates,
        ParameterName name,
        long number,
        ParameterType type,
        Optional<String> keyReference,
        Optional<String> description,
        Optional<String> allowedPattern,
        DataType dataType,
        Optional<ParameterTier> tierBefore,
        List<ParameterVersion> displaced) {

    private static final String DEFAULT_KEY = "alias/aws/ssm";

    static NextVersion after(Parameter before, PutRequest request) {
        return switch (before) {
            case Parameter.Absent absent -> first(request);
            case Parameter.Present present -> next(present, request);
        };
    }

    private static NextVersion first(PutRequest request) {
        ParameterType type = request.type().orElseThrow(PutParameterFaults::typeRequired);
        return new NextVersion(
                true,
                request.name(),
                1,
                type,
                keyReference(type, request, Optional.empty()),
                request.description(),
                request.allowedPattern().filter(pattern -> !pattern.isEmpty()),
                request.dataType().orElse(DataType.TEXT),
                Optional.empty(),
                List.of());
    }

    private static NextVersion next(Parameter.Present present, PutRequest request) {
        if (!request.overwrite()) {
            throw PutParameterFaults.parameterAlreadyExists();
        }
        ParameterVersion current = present.current();
        ParameterType type = request.type().orElse(current.type());
        return new NextVersion(
                false,
                present.name(),
                current.number() + 1,
                type,
                keyReference(type, request, current.keyReference()),
                request.description().or(current::description),
                request.allowedPattern().or(current::allowedPattern).filter(pattern -> !pattern.isEmpty()),
                request.dataType().orElseGet(() -> DataType.named(current.dataType())),
                ParameterTier.ofWireName(current.tier()),
                displaced(present));
    }

    private static List<ParameterVersion> displaced(Parameter.Present present) {
        return switch (VersionLimit.oneMore(
                present.versions(), version -> present.labels().isOn(version.number()))) {
            case VersionLimit.Room(List<ParameterVersion> displaced) -> displaced;
            case VersionLimit.Held(ParameterVersion oldest) ->
                throw PutParameterFaults.oldestVersionHeld(present.name(), oldest.number());
        };
    }

    private static Optional<String> keyReference(ParameterType type, PutRequest request, Optional<String> previous) {
        if (type == ParameterType.SECURE_STRING) {
            return Optional.of(request.keyId().or(() -> previous).orElse(DEFAULT_KEY));
        }
        if (request.keyId().isPresent()) {
            throw PutParameterFaults.keyWithoutSecureString();
        }
        return Optional.empty();
    }
}
