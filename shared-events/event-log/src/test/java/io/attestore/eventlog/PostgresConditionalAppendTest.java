package io.attestore.eventlog;

import io.attestore.eventlog.contract.ConditionalAppendContract;
import io.attestore.eventlog.contract.EventLogFixture;

class PostgresConditionalAppendTest extends ConditionalAppendContract {

    @Override
    protected EventLogFixture fixture() {
        return new PostgresLogFixture();
    }
}
