package io.attestore.eventlog;

import io.attestore.eventlog.contract.EventLogFixture;
import io.attestore.eventlog.contract.UnconditionalAppendContract;

class PostgresUnconditionalAppendTest extends UnconditionalAppendContract {

    @Override
    protected EventLogFixture fixture() {
        return new PostgresLogFixture();
    }
}
