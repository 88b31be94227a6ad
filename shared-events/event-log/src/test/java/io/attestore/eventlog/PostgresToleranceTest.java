package io.attestore.eventlog;

import io.attestore.eventlog.contract.EventLogFixture;
import io.attestore.eventlog.contract.ToleranceContract;

class PostgresToleranceTest extends ToleranceContract {

    @Override
    protected EventLogFixture fixture() {
        return new PostgresLogFixture();
    }
}
