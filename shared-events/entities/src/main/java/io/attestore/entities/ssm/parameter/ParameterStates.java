package io.attestore.entities.ssm.parameter;

import io.attestore.contract.state.EntityType;
import io.attestore.contract.state.ReadAhead;
import io.attestore.contract.state.StateForm;
import io.attestore.events.EventTag;
import io.attestore.events.Tags;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.ParameterId;
import io.attestore.events.id.Region;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** What a server keeps of the states of parameters besides the log. */
public final class ParameterStates {

    /** Directories and marks: the first list, and the first filter by a tag, would wait for them. */
    public static final ReadAhead READ_AHEAD =
            new ReadAhead(Tags.PARAMETERS_OF, List.of(ParameterDirectory.TYPE, ParameterMarks.TYPE));

    /** Parameters are stored, their sealed values beside the rest. */
    public static final StateForm<ParameterId, Parameter, ?> STORED = new Stored();

    private ParameterStates() {}

    private static final class Stored implements StateForm<ParameterId, Parameter, ParameterForm> {

        @Override
        public EntityType<ParameterId, Parameter> type() {
            return Parameter.TYPE;
        }

        @Override
        public Class<ParameterForm> recordType() {
            return ParameterForm.class;
        }

        @Override
        public ParameterForm recordOf(Parameter parameter, ByteArrayOutputStream sealedValues) {
            return ParameterForm.of(parameter, sealedValues);
        }

        @Override
        public Parameter stateOf(ParameterId id, ParameterForm stored, ByteBuffer sealedValues) {
            return stored.parameter(id, sealedValues);
        }

        /** As {@link Tags#parameter} has written it. */
        @Override
        public Optional<ParameterId> idOf(EventTag tag) {
            String[] parts = tag.value().split("/", 3);
            if (parts.length < 3 || !AccountId.isValid(parts[0]) || !Region.isValid(parts[1])) {
                return Optional.empty();
            }
            AccountRegion where = new AccountRegion(new AccountId(parts[0]), new Region(parts[1]));
            ParameterId id = new ParameterId(where, parts[2]);
            return Tags.parameter(id).equals(tag) ? Optional.of(id) : Optional.empty();
        }
    }
}
