package io.attestore.command.iam.accesskey;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.entities.iam.HeldAccessKeys;
import io.attestore.entities.iam.lookup.AccessKeyOwner;
import io.attestore.entities.vault.KeyRowNames;
import io.attestore.events.identity.AccessKeyDeleted;
import io.attestore.events.log.KeyRowChange;
import java.util.List;

/**
 * Deletes an access key, and its secret with it.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteAccessKey.html">IAM: DeleteAccessKey</a>
 */
public final class DeleteAccessKey {

    private DeleteAccessKey() {}

    public static Operation operation() {
        return Operation.of(AwsService.IAM, "DeleteAccessKey")
                .writes()
                .disclosesNoSecret()
                .about(AccessKeyOwner.by("UserName"))
                .handledBy(DeleteAccessKey::delete);
    }

    private static Outcome delete(AccessKeyOwner owner, Structure input, Call call) {
        HeldAccessKeys.Held key = owner.key(input.text("AccessKeyId"), call);
        AccessKeyDeleted deleted = new AccessKeyDeleted(call.where().account(), owner.resource(), key.id());
        return Outcome.answered(
                Structure.EMPTY, List.of(deleted), List.of(new KeyRowChange.Destroy(KeyRowNames.accessKey(key.id()))));
    }
}
