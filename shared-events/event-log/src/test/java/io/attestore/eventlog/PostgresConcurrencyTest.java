package io.attestore.eventlog;

import io.attestore.eventlog.contract.ConcurrencyContract;
import io.attestore.eventlog.contract.EventLogFixture;

class PostgresConcurrencyTest extends ConcurrencyContract {

    @Override
    protected EventLogFixture fixture() {
        return new PostgresLogFixture();
    }
}
