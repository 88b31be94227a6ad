package io.attestore.entities.parameter;

import io.attestore.entities.EntityType;
import io.attestore.events.Event;
import io.attestore.events.Tags;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.parameter.ParameterDeleted;
import io.attestore.events.parameter.ParameterMadeAdvanced;
import java.time.Instant;
import org.pcollections.HashTreePSet;
import org.pcollections.PSet;

/** Which parameters of a namespace are in the advanced tier; all others are in the standard one. Immutable. */
public record AdvancedParameters(PSet<String> paths) {

    public static final EntityType<AccountRegion, AdvancedParameters> TYPE = new EntityType<>(
            "advanced parameters",
            Tags::parametersOf,
            where -> new AdvancedParameters(HashTreePSet.empty()),
            AdvancedParameters::evolve,
            advanced -> 200 + 200L * advanced.paths.size());

    private static AdvancedParameters evolve(AdvancedParameters before, Event event, Instant at) {
        return switch (event) {
            case ParameterMadeAdvanced advanced ->
                new AdvancedParameters(before.paths.plus(advanced.name().path()));
            case ParameterDeleted deleted ->
                new AdvancedParameters(before.paths.minus(deleted.name().path()));
            default -> before;
        };
    }
}
