package io.attestore.command.ssm.parameter.duework;

import io.attestore.command.ssm.parameter.deletion.Deletion;
import io.attestore.command.ssm.parameter.deletion.Deletions;
import io.attestore.command.ssm.parameter.policies.ParameterPolicy;
import io.attestore.command.ssm.parameter.policies.ParameterPolicy.Expiration;
import io.attestore.command.ssm.parameter.policies.ParameterPolicy.ExpirationNotification;
import io.attestore.command.ssm.parameter.policies.ParameterPolicy.NoChangeNotification;
import io.attestore.command.ssm.parameter.policies.PolicyReading;
import io.attestore.contract.duework.Performance;
import io.attestore.entities.ssm.parameter.Parameter;
import io.attestore.entities.ssm.parameter.ParameterVersion;
import io.attestore.events.Event;
import io.attestore.events.log.KeyRowChange;
import io.attestore.events.parameter.ParameterPoliciesPut.Policy;
import io.attestore.events.parameter.ParameterPolicyActed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When the policies of a parameter act. An expiration deletes it, as a caller would; a notification is told once for each
 * version; a change begins all anew.
 *
 * @see <a href="https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-policies.html">Assigning
 *     parameter policies</a>
 */
record PolicySchedule(Parameter.Present parameter) {

    private record Planned(Policy policy, ParameterPolicy read, Instant at) {}

    Performance act(Deletions deletions, String deletionId, Instant now) {
        List<Planned> planned = planned();
        List<Event> events = new ArrayList<>();
        List<KeyRowChange> rows = new ArrayList<>();
        boolean expired = false;
        for (Planned one : planned) {
            if (!one.at().isAfter(now)) {
                events.add(acted(one.policy()));
                expired |= one.read() instanceof Expiration;
            }
        }
        if (expired) {
            Deletion deletion = deletions.of(parameter, deletionId, now);
            events.addAll(deletion.events());
            rows.addAll(deletion.rows());
            return new Performance(events, rows, Optional.empty());
        }
        Optional<Instant> next =
                planned.stream().map(Planned::at).filter(at -> at.isAfter(now)).min(Instant::compareTo);
        return new Performance(events, rows, next);
    }

    /** When the first of those acts that have not; empty if none is left. */
    Optional<Instant> next() {
        return planned().stream().map(Planned::at).min(Instant::compareTo);
    }

    /** The policies that have not acted on the newest version, each with its time. */
    private List<Planned> planned() {
        ParameterVersion current = parameter.current();
        List<Policy> policies = current.policies();
        Optional<Instant> expiration = policies.stream()
                .map(PolicySchedule::read)
                .filter(Expiration.class::isInstance)
                .map(policy -> ((Expiration) policy).timestamp())
                .findFirst();
        List<Planned> planned = new ArrayList<>();
        for (Policy policy : policies) {
            if (parameter.acted().contains(policy)) {
                continue;
            }
            ParameterPolicy read = read(policy);
            time(read, expiration, current).ifPresent(at -> planned.add(new Planned(policy, read, at)));
        }
        return planned;
    }

    private static Optional<Instant> time(
            ParameterPolicy policy, Optional<Instant> expiration, ParameterVersion current) {
        return switch (policy) {
            case Expiration it -> Optional.of(it.timestamp());
            case ExpirationNotification it -> expiration.map(at -> at.minus(it.before()));
            case NoChangeNotification it -> Optional.of(current.modifiedAt().plus(it.after()));
        };
    }

    private static ParameterPolicy read(Policy policy) {
        return PolicyReading.read("[" + policy.text() + "]").getFirst();
    }

    private ParameterPolicyActed acted(Policy policy) {
        return new ParameterPolicyActed(
                parameter.id().where(),
                parameter.name(),
                parameter.current().number(),
                parameter.current().type(),
                policy);
    }
}
