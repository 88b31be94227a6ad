package io.attestore.eventlog;

import io.attestore.eventlog.contract.CompanionRowContract;
import io.attestore.eventlog.contract.EventLogFixture;

class PostgresCompanionRowTest extends CompanionRowContract {

    @Override
    protected EventLogFixture fixture() {
        return new PostgresLogFixture();
    }
}
