package io.attestore.eventlog.contract;

import io.attestore.eventlog.LogSettings;
import java.util.function.UnaryOperator;

/** An empty store on which a suite opens one node or several. Made for one test. */
public interface EventLogFixture {

    /** Opens a node with these changes to the default settings. */
    LogUnderTest open(UnaryOperator<LogSettings> changes);

    default LogUnderTest open() {
        return open(settings -> settings);
    }

    /** Reads everything that is stored, checks the chain and fails if anything is wrong; then gives all back. */
    void checkAndClose() throws Exception;
}
