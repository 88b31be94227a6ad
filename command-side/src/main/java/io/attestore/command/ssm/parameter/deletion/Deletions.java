package io.attestore.command.ssm.parameter.deletion;

import io.attestore.contract.operation.Call;
import io.attestore.entities.ssm.parameter.Parameter;
import io.attestore.entities.ssm.parameter.Parameter.Deleted;
import io.attestore.entities.ssm.parameter.ParameterVersion;
import io.attestore.events.Event;
import io.attestore.events.log.KeyRowChange;
import io.attestore.events.parameter.DeletedParameterDestroyed;
import io.attestore.events.parameter.ParameterDeleted;
import io.attestore.events.parameter.ParameterDeleted.Retention;
import io.attestore.events.parameter.ParameterResourcePolicyDeleted;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What deleting means in this store: the values are destroyed at once, or retained for a time in which the parameter
 * can be restored. Immutable.
 */
public final class Deletions {

    /** Deletions of one name that are retained at a time. One more, and the oldest is destroyed at once. */
    public static final int RETAINED_MAX = 10;

    private final Duration restoreWindow;

    /** @param restoreWindow zero: destroyed at once */
    public Deletions(Duration restoreWindow) {
        if (restoreWindow.isNegative()) {
            throw new IllegalArgumentException("A restore window is not negative");
        }
        this.restoreWindow = restoreWindow;
    }

    public Deletion of(Parameter.Present present, Call call) {
        return of(present, call.context().requestId(), call.context().at());
    }

    /** @param deletionId unique among the deletions of a name */
    public Deletion of(Parameter.Present present, String deletionId, Instant now) {
        return restoreWindow.isZero()
                ? destroyed(present)
                : retained(present, new Retention(deletionId, now.plus(restoreWindow)));
    }

    /** The end of one that was retained: the receipt, and the keys that go. */
    public static Deletion destroy(Deleted deleted) {
        Parameter.Present parameter = deleted.parameter();
        List<String> dataKeyIds = dataKeyIds(parameter);
        Event receipt = new DeletedParameterDestroyed(
                parameter.id().where(), parameter.name(), deleted.deletionId(), dataKeyIds);
        return new Deletion(List.of(receipt), rows(dataKeyIds));
    }

    private static Deletion destroyed(Parameter.Present present) {
        List<String> dataKeyIds = dataKeyIds(present);
        List<Event> events = new ArrayList<>(ofSharing(present));
        events.add(event(present, dataKeyIds, Optional.empty()));
        return new Deletion(events, rows(dataKeyIds));
    }

    private static Deletion retained(Parameter.Present present, Retention retention) {
        List<Event> events = new ArrayList<>(ofSharing(present));
        List<KeyRowChange> rows = new ArrayList<>();
        events.add(event(present, List.of(), Optional.of(retention)));
        int surplus = Math.max(0, present.deleted().size() + 1 - RETAINED_MAX);
        for (Deleted oldest : present.deleted().subList(0, surplus)) {
            Deletion end = destroy(oldest);
            events.addAll(end.events());
            rows.addAll(end.rows());
        }
        return new Deletion(events, rows);
    }

    /** Nobody shares what is gone, nor what may come back: whoever restores it shares it anew. */
    private static List<Event> ofSharing(Parameter.Present present) {
        return present.resourcePolicies().byId().values().stream()
                .<Event>map(policy -> new ParameterResourcePolicyDeleted(
                        present.id().where(), present.name(), policy.id(), policy.consumers()))
                .toList();
    }

    private static ParameterDeleted event(
            Parameter.Present present, List<String> dataKeyIds, Optional<Retention> retention) {
        return new ParameterDeleted(
                present.id().where(),
                present.name(),
                dataKeyIds,
                Optional.of(present.current().type()),
                retention);
    }

    private static List<String> dataKeyIds(Parameter.Present present) {
        return present.versions().stream().map(ParameterVersion::dataKeyId).toList();
    }

    private static List<KeyRowChange> rows(List<String> dataKeyIds) {
        return dataKeyIds.stream().<KeyRowChange>map(KeyRowChange.Destroy::new).toList();
    }
}
