package io.attestore.proof.torture.nodes;

import io.attestore.proof.torture.process.Postmaster;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** Does the harm and mends what it can: when it is over, whatever was stopped runs again. */
final class Infliction {

    /** Below and beyond the nodes' time limits. */
    private static final long MILLIS_MIN = 300;

    private static final long MILLIS_MAX = 4_500;

    private final TwoNodes nodes;
    private final Crowd crowd;

    Infliction(TwoNodes nodes, Crowd crowd) {
        this.nodes = nodes;
        this.crowd = crowd;
    }

    /** The nodes to which nothing was done. */
    List<Node> inflict(Harm harm, Random random) throws Exception {
        Duration time = Duration.ofMillis(random.nextLong(MILLIS_MIN, MILLIS_MAX));
        Node victim = random.nextBoolean() ? nodes.near() : nodes.far();
        Node other = victim == nodes.near() ? nodes.far() : nodes.near();
        return switch (harm) {
            case NONE -> {
                Thread.sleep(time);
                yield List.of(victim, other);
            }
            case KILL -> {
                killed(victim, time.dividedBy(2));
                yield List.of(other);
            }
            case FREEZE -> {
                frozen(victim, time);
                yield List.of(other);
            }
            case PARTITION -> {
                nodes.network().partition();
                Thread.sleep(time);
                nodes.network().heal();
                yield List.of(nodes.near());
            }
            case PARTITION_AND_BREAK -> {
                nodes.network().partition();
                Thread.sleep(time);
                nodes.network().healWithBrokenConnections();
                yield List.of(nodes.near());
            }
            case FREEZE_DATABASE -> {
                databaseFrozen(time);
                yield List.of();
            }
            case KILL_DURING_PARTITION -> {
                nodes.network().partition();
                killed(nodes.near(), Duration.ZERO);
                nodes.network().heal();
                yield List.of();
            }
        };
    }

    private void killed(Node victim, Duration time) throws Exception {
        victim.kill();
        Thread.sleep(time);
        victim.startAgain();
        crowd.reconnect(victim);
    }

    private static void frozen(Node victim, Duration time) throws Exception {
        victim.freeze();
        try {
            Thread.sleep(time);
        } finally {
            victim.thaw();
        }
    }

    private void databaseFrozen(Duration time) throws Exception {
        Postmaster postgres = nodes.postgres();
        postgres.freeze();
        try {
            Thread.sleep(time);
        } finally {
            postgres.thaw();
        }
    }
}
