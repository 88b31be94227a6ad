package io.attestore.command.ssm.parameter.putparameter;

import io.attestore.contract.operation.Call;
import io.attestore.entities.ssm.parameter.Parameter;
import io.attestore.entities.ssm.parameter.ParameterVersion;
import io.attestore.events.Event;
import io.attestore.events.parameter.ParameterAttributesChanged;
import io.attestore.events.parameter.ParameterType;
import java.util.List;
import java.util.Optional;

/** What lists choose parameters by. The list of a namespace is told only of what a new version changes in it. */
final class ListedAttributes {

    private ListedAttributes() {}

    static List<Event> changes(Call call, Parameter before, NextVersion next) {
        return switch (before) {
            case Parameter.Absent absent -> List.of();
            case Parameter.Present present -> {
                ParameterVersion current = present.current();
                Optional<ParameterType> otherType =
                        current.type() == next.type() ? Optional.empty() : Optional.of(next.type());
                boolean same = otherType.isEmpty()
                        && current.keyReference().equals(next.keyReference())
                        && current.dataType().equals(next.dataType().wireName());
                yield same
                        ? List.of()
                        : List.of(new ParameterAttributesChanged(
                                call.where(),
                                next.name(),
                                otherType,
                                next.keyReference(),
                                next.dataType().wireName()));
            }
        };
    }
}
