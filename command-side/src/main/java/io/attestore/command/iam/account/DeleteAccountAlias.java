package io.attestore.command.iam.account;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.entities.iam.AccountAlias;
import io.attestore.entities.iam.IamFaults;
import io.attestore.events.id.AccountId;
import io.attestore.events.identity.AccountAliasDeleted;
import java.util.Optional;

/**
 * Takes the name for people off the account.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteAccountAlias.html">IAM: DeleteAccountAlias</a>
 */
public final class DeleteAccountAlias {

    private DeleteAccountAlias() {}

    public static Operation operation() {
        return Operation.of(AwsService.IAM, "DeleteAccountAlias")
                .writes()
                .disclosesNoSecret()
                .aboutNoResource()
                .handledBy(DeleteAccountAlias::delete);
    }

    private static Outcome delete(Structure input, Call call) {
        String alias = input.text("AccountAlias");
        AccountId account = call.where().account();
        if (!call.load(AccountAlias.TYPE, alias).account().equals(Optional.of(account))) {
            throw IamFaults.noSuchEntity("The account alias " + alias + " cannot be found.");
        }
        return Outcome.answered(Structure.EMPTY, new AccountAliasDeleted(account, alias));
    }
}
