package io.attestore.eventlog;

import io.attestore.eventlog.contract.EventLogFixture;
import io.attestore.eventlog.contract.SourcingContract;

class PostgresSourcingTest extends SourcingContract {

    @Override
    protected EventLogFixture fixture() {
        return new PostgresLogFixture();
    }
}
