package io.attestore.command.iam.account;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.entities.iam.Account;
import io.attestore.entities.iam.AccountAlias;
import io.attestore.entities.iam.IamFaults;
import io.attestore.events.id.AccountId;
import io.attestore.events.identity.AccountAliasCreated;
import io.attestore.events.identity.AccountAliasDeleted;
import io.attestore.events.identity.IdentityEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Gives the account a name for people, which no other account has. It replaces one that it has.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateAccountAlias.html">IAM: CreateAccountAlias</a>
 */
public final class CreateAccountAlias {

    private CreateAccountAlias() {}

    public static Operation operation() {
        return Operation.of(AwsService.IAM, "CreateAccountAlias")
                .writes()
                .disclosesNoSecret()
                .aboutNoResource()
                .handledBy(CreateAccountAlias::create);
    }

    private static Outcome create(Structure input, Call call) {
        String alias = input.text("AccountAlias");
        AccountId account = call.where().account();
        AccountAlias owner = call.load(AccountAlias.TYPE, alias);
        if (owner.account().equals(Optional.of(account))) {
            return Outcome.answered(Structure.EMPTY);
        }
        if (owner.account().isPresent()) {
            throw IamFaults.alreadyExists("The account alias " + alias + " already exists.");
        }
        List<IdentityEvent> events = new ArrayList<>();
        if (call.load(Account.TYPE, account) instanceof Account.Open open) {
            open.alias().ifPresent(before -> events.add(new AccountAliasDeleted(account, before)));
        }
        events.add(new AccountAliasCreated(account, alias));
        return Outcome.answered(Structure.EMPTY, events, List.of());
    }
}
