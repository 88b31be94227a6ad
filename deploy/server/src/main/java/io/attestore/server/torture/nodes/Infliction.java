package io.attestore.server.torture.nodes;

import io.attestore.server.torture.process.Postmaster;
import java.time.Duration;
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

    void inflict(Harm harm, Random random) throws Exception {
        Duration time = Duration.ofMillis(random.nextLong(MILLIS_MIN, MILLIS_MAX));
        Node victim = random.nextBoolean() ? nodes.near() : nodes.far();
        switch (harm) {
            case NONE -> Thread.sleep(time);
            case KILL -> killed(victim, time.dividedBy(2));
            case FREEZE -> frozen(victim, time);
            case PARTITION -> {
                nodes.network().partition();
                Thread.sleep(time);
                nodes.network().heal();
            }
            case PARTITION_AND_BREAK -> {
                nodes.network().partition();
                Thread.sleep(time);
                nodes.network().healWithBrokenConnections();
            }
            case FREEZE_DATABASE -> databaseFrozen(time);
            case KILL_DURING_PARTITION -> {
                nodes.network().partition();
                killed(nodes.near(), Duration.ZERO);
                nodes.network().heal();
            }
        }
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
