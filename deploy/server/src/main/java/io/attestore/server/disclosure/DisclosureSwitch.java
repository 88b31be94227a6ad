package io.attestore.server.disclosure;

import io.attestore.entities.disclosure.DisclosureState;
import io.attestore.entities.hot.HotStates;
import io.attestore.server.call.DurableCommands;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/**
 * Stops and resumes all disclosure, on every node. Once {@link #stop} has returned, no call that begins afterwards gives
 * out anything secret, on whichever node. Throws what {@link DurableCommands#run} throws: then nobody knows whether the
 * order stands, and it has to be given again. Safe for many threads.
 */
public final class DisclosureSwitch {

    private final DurableCommands commands;
    private final HotStates states;
    private final Clock clock;

    public DisclosureSwitch(DurableCommands commands, HotStates states, Clock clock) {
        this.commands = commands;
        this.states = states;
        this.clock = clock;
    }

    /** @return what was so before */
    public DisclosureState stop(DisclosureReason reason) {
        return order(new DisclosureOrder.Stop(
                reason, UUID.randomUUID(), clock.instant().truncatedTo(ChronoUnit.MICROS)));
    }

    /** @return what was so before */
    public DisclosureState resume(Optional<DisclosureReason> reason) {
        return order(new DisclosureOrder.Resume(
                reason, UUID.randomUUID(), clock.instant().truncatedTo(ChronoUnit.MICROS)));
    }

    /** As far as this node knows. */
    public DisclosureState state() {
        return states.latest(DisclosureState.TYPE, DisclosureState.Id.WHOLE_STORE);
    }

    private DisclosureState order(DisclosureOrder order) {
        return commands.run(DisclosureHandler.COMMAND, order, DisclosureState.class);
    }
}
