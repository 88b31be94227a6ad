package io.attestore.server.duework;

import io.attestore.command.ssm.parameter.duework.DueWork;
import io.attestore.command.ssm.parameter.duework.DueWork.Kind;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.ParameterId;
import io.attestore.events.id.ParameterName;
import io.attestore.events.id.Region;
import io.attestore.server.duework.DueWorkPages.Row;
import java.util.Optional;

/** What a row of due work is about, but for the time. */
record Work(Kind kind, ParameterId id, String subject) {

    static Work policies(ParameterId id) {
        return new Work(Kind.APPLY_POLICIES, id, "");
    }

    static Work of(DueWork work) {
        return new Work(work.kind(), work.id(), work.subject());
    }

    /** Empty for a row that the server never writes. */
    static Optional<Work> of(Row row) {
        try {
            AccountRegion where = new AccountRegion(new AccountId(row.account()), new Region(row.region()));
            return Optional.of(new Work(
                    Kind.valueOf(row.kind()), ParameterId.of(where, new ParameterName(row.name())), row.subject()));
        } catch (IllegalArgumentException notWrittenByTheServer) {
            return Optional.empty();
        }
    }

    /** Text that no other work has. */
    String text() {
        return text(kind, id.where().prefix() + id.path(), subject);
    }

    /** @param parameter its namespace's prefix and its path, as in the value of its tag */
    static String text(Kind kind, String parameter, String subject) {
        return kind + " " + parameter + "\n" + subject;
    }

    @Override
    public String toString() {
        return kind + " of the parameter " + id.path() + " of " + id.where().account() + " in "
                + id.where().region() + (subject.isEmpty() ? "" : " (deletion " + subject + ")");
    }
}
