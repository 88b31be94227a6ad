package io.attestore.eventlog;

import io.attestore.eventlog.contract.EventLogFixture;
import io.attestore.eventlog.contract.StreamingContract;

class PostgresStreamingTest extends StreamingContract {

    @Override
    protected EventLogFixture fixture() {
        return new PostgresLogFixture();
    }
}
