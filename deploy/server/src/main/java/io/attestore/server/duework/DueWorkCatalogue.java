package io.attestore.server.duework;

import io.attestore.contract.duework.DueWorkChange;
import io.attestore.contract.duework.DueWorkKind;
import io.attestore.contract.duework.DueWorkRules;
import io.attestore.contract.duework.Work;
import io.attestore.events.Event;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.Region;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The due work of all services. Immutable. */
public final class DueWorkCatalogue {

    private final List<DueWorkRules<?, ?>> rules;
    private final Map<String, Registered> byKind = new HashMap<>();

    private record Registered(DueWorkKind kind, DueWorkRules<?, ?> rules) {}

    /** @throws IllegalArgumentException if two kinds have one name */
    public DueWorkCatalogue(Collection<? extends DueWorkRules<?, ?>> rules) {
        this.rules = List.copyOf(rules);
        for (DueWorkRules<?, ?> one : rules) {
            for (DueWorkKind kind : one.kinds()) {
                if (byKind.put(kind.name(), new Registered(kind, one)) != null) {
                    throw new IllegalArgumentException("Two kinds of due work have the name " + kind);
                }
            }
        }
    }

    List<DueWorkRules<?, ?>> rules() {
        return rules;
    }

    List<DueWorkKind> kinds() {
        return rules.stream().flatMap(one -> one.kinds().stream()).toList();
    }

    /** Those that the work is of. */
    DueWorkRules<?, ?> rulesOf(Work work) {
        return Objects.requireNonNull(byKind.get(work.kind().name()), "Nobody has registered this kind")
                .rules();
    }

    List<DueWorkChange> changes(Event event) {
        return rules.stream().flatMap(one -> one.changes(event).stream()).toList();
    }

    boolean isChangedBy(Event event) {
        for (DueWorkRules<?, ?> one : rules) {
            if (!one.changes(event).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    List<Work> timedByState(Event event) {
        return rules.stream().flatMap(one -> one.timedByState(event).stream()).toList();
    }

    /** What a row is about; empty for one that the server never writes. */
    Optional<Work> read(String kind, String account, String region, String name, String subject) {
        Registered registered = byKind.get(kind);
        if (registered == null || !AccountId.isValid(account) || !Region.isValid(region)) {
            return Optional.empty();
        }
        AccountRegion where = new AccountRegion(new AccountId(account), new Region(region));
        Work work = new Work(registered.kind(), where, name, subject);
        return registered.rules().idOf(work).isPresent() ? Optional.of(work) : Optional.empty();
    }

    /** In words, for findings. */
    String describe(Work work) {
        return work.kind() + " of the " + rulesOf(work).type().name() + " " + work.name() + " of "
                + work.where().account() + " in " + work.where().region()
                + (work.subject().isEmpty() ? "" : " (" + work.subject() + ")");
    }
}
