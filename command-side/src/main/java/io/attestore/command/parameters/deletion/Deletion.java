package io.attestore.command.parameters.deletion;

import io.attestore.entities.parameter.Parameter;
import io.attestore.entities.parameter.ParameterVersion;
import io.attestore.events.log.KeyRowChange;
import io.attestore.events.parameter.ParameterDeleted;
import java.util.List;

/**
 * A parameter deleted with all its versions. The data keys go in the same transaction as the event that says so: from
 * then on nobody can open the values, in the log or in a copy of it.
 */
public record Deletion(ParameterDeleted event, List<KeyRowChange> rows) {

    public Deletion {
        rows = List.copyOf(rows);
    }

    public static Deletion of(Parameter.Present present) {
        List<String> dataKeyIds =
                present.versions().stream().map(ParameterVersion::dataKeyId).toList();
        List<KeyRowChange> rows =
                dataKeyIds.stream().<KeyRowChange>map(KeyRowChange.Destroy::new).toList();
        return new Deletion(new ParameterDeleted(present.id().where(), present.name(), dataKeyIds), rows);
    }
}
