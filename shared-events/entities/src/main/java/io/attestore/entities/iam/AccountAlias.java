package io.attestore.entities.iam;

import io.attestore.contract.state.EntityType;
import io.attestore.events.Event;
import io.attestore.events.Tags;
import io.attestore.events.id.AccountId;
import io.attestore.events.identity.AccountAliasCreated;
import io.attestore.events.identity.AccountAliasDeleted;
import java.time.Instant;
import java.util.Optional;

/**
 * Whose an account alias is, in all accounts.
 *
 * @param account empty if nobody has it
 */
public record AccountAlias(Optional<AccountId> account) {

    public static final EntityType<String, AccountAlias> TYPE = new EntityType<>(
            "account alias",
            Tags::accountAlias,
            alias -> new AccountAlias(Optional.empty()),
            AccountAlias::evolve,
            alias -> 200);

    private static AccountAlias evolve(AccountAlias before, Event event, Instant at) {
        return switch (event) {
            case AccountAliasCreated created -> new AccountAlias(Optional.of(created.account()));
            case AccountAliasDeleted _ -> new AccountAlias(Optional.empty());
            default -> before;
        };
    }
}
