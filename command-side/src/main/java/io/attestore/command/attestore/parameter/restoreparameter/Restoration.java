package io.attestore.command.attestore.parameter.restoreparameter;

import io.attestore.entities.ssm.parameter.Parameter;
import io.attestore.entities.ssm.parameter.Parameter.Deleted;
import io.attestore.entities.ssm.parameter.ParameterVersion;
import io.attestore.events.Event;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.parameter.ParameterAttributesChanged;
import io.attestore.events.parameter.ParameterMadeAdvanced;
import io.attestore.events.parameter.ParameterRestored;
import io.attestore.events.parameter.ParameterTagged;
import io.attestore.events.parameter.ParameterVersionLabelled;
import java.util.ArrayList;
import java.util.List;

/**
 * What happens when a deleted parameter comes back: that it is restored, and for the lists of its namespace, which forgot
 * all of it, what they choose it by.
 */
final class Restoration {

    private static final String ADVANCED = "Advanced";

    private Restoration() {}

    static List<Event> of(Deleted deleted) {
        Parameter.Present parameter = deleted.parameter();
        AccountRegion where = parameter.id().where();
        ParameterVersion current = parameter.current();
        List<Event> events = new ArrayList<>();
        events.add(new ParameterRestored(where, parameter.name(), current.type(), deleted.deletionId()));
        events.add(new ParameterAttributesChanged(where, parameter.name(), current.keyReference(), current.dataType()));
        if (current.tier().equals(ADVANCED)) {
            events.add(new ParameterMadeAdvanced(where, parameter.name()));
        }
        if (!parameter.tags().isEmpty()) {
            events.add(new ParameterTagged(where, parameter.name(), parameter.tags()));
        }
        for (ParameterVersion version : parameter.versions()) {
            List<String> labels = parameter.labels().of(version.number());
            if (!labels.isEmpty()) {
                events.add(new ParameterVersionLabelled(where, parameter.name(), version.number(), labels));
            }
        }
        return events;
    }
}
