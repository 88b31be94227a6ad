package io.attestore.entities.iam;

import io.attestore.contract.state.EntityType;
import io.attestore.events.Event;
import io.attestore.events.Tags;
import io.attestore.events.id.AccountId;
import io.attestore.events.identity.AccessKeyCreated;
import io.attestore.events.identity.AccessKeyDeleted;
import io.attestore.events.identity.AccessKeyStatusChanged;
import io.attestore.events.identity.AccountAliasCreated;
import io.attestore.events.identity.AccountAliasDeleted;
import io.attestore.events.identity.AccountCreated;
import java.time.Instant;
import java.util.Optional;

/** One account, as its events have left it. */
public sealed interface Account {

    EntityType<AccountId, Account> TYPE =
            new EntityType<>("account", Tags::account, id -> new Absent(), Account::evolve, account -> 600);

    /** There is no such account. */
    record Absent() implements Account {}

    /**
     * It can be worked with.
     *
     * @param alias the account's name for people
     * @param rootKeys the access keys of its root
     */
    record Open(AccountId id, Instant createdAt, Optional<String> alias, HeldAccessKeys rootKeys) implements Account {

        private Open with(Optional<String> another) {
            return new Open(id, createdAt, another, rootKeys);
        }

        private Open with(HeldAccessKeys keys) {
            return new Open(id, createdAt, alias, keys);
        }
    }

    private static Account evolve(Account before, Event event, Instant at) {
        return switch (event) {
            case AccountCreated created -> new Open(created.account(), at, Optional.empty(), HeldAccessKeys.NONE);
            case AccountAliasCreated created
            when before instanceof Open open -> open.with(Optional.of(created.alias()));
            case AccountAliasDeleted _ when before instanceof Open open -> open.with(Optional.empty());
            case AccessKeyCreated created
            when before instanceof Open open -> open.with(open.rootKeys().with(created.accessKeyId(), at));
            case AccessKeyStatusChanged changed
            when before instanceof Open open ->
                open.with(open.rootKeys().with(changed.accessKeyId(), changed.active()));
            case AccessKeyDeleted deleted
            when before instanceof Open open -> open.with(open.rootKeys().without(deleted.accessKeyId()));
            default -> before;
        };
    }
}
