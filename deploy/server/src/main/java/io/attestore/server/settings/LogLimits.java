package io.attestore.server.settings;

import io.attestore.eventlog.LogSettings;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The limits of the log.
 *
 * @param appendTimeLimit after which an append that is not durable fails (503), and likewise a look-up in the log
 * @param queueEventsMax events that may wait to be written; beyond, calls are throttled
 * @param queueBytesMax bytes of the same
 * @param windowEventsMax newest events kept in memory
 * @param windowBytesMax bytes of the same
 * @param databaseTimeout after which a silent database counts as gone
 * @param anchorEveryEvents the head is signed when this many events came since it was last signed
 * @param anchorEvery or when this time is over and there are new events
 * @param sealWithoutAnchors whether a log of a version before, in a database of the operator's, is sealed as it is found,
 *     although its anchors are lost: whoever owns the database may have written to it
 */
@ConfigurationProperties("attestore.log")
public record LogLimits(
        @DefaultValue("5s") Duration appendTimeLimit,
        @DefaultValue("20000") int queueEventsMax,
        @DefaultValue("64MB") DataSize queueBytesMax,
        @DefaultValue("16384") int windowEventsMax,
        @DefaultValue("64MB") DataSize windowBytesMax,
        @DefaultValue("10s") Duration databaseTimeout,
        @DefaultValue("10000") long anchorEveryEvents,
        @DefaultValue("1m") Duration anchorEvery,
        @DefaultValue("false") boolean sealWithoutAnchors) {

    public LogSettings toLogSettings() {
        LogSettings defaults = LogSettings.defaults();
        return defaults.withAppendTimeLimit(appendTimeLimit)
                .withQueue(queueEventsMax, queueBytesMax.toBytes())
                .withWindow(windowEventsMax, windowBytesMax.toBytes())
                .withDatabase(databaseTimeout, defaults.resolveTimeout(), defaults.pollInterval())
                .withAnchors(anchorEveryEvents, anchorEvery);
    }
}
