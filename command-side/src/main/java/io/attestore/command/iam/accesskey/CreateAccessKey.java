package io.attestore.command.iam.accesskey;

import io.attestore.contract.document.Document;
import io.attestore.contract.document.Shape.StructureShape;
import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.cryptography.secret.SecretBytes;
import io.attestore.entities.iam.IamFaults;
import io.attestore.entities.iam.IamQuota;
import io.attestore.entities.iam.NewIamId;
import io.attestore.entities.iam.lookup.AccessKeyOwner;
import io.attestore.entities.iam.user.User;
import io.attestore.entities.vault.KeyVault;
import io.attestore.events.id.AccessKeyId;
import io.attestore.events.id.AccountId;
import io.attestore.events.identity.AccessKeyCreated;
import io.attestore.events.identity.IdentityEvent;
import io.attestore.events.identity.UserAccessKeyCreated;
import io.attestore.events.log.KeyRowChange;
import java.security.SecureRandom;
import java.util.List;

/**
 * Makes an access key of a user, at most two, or of the account's root. Its secret is in this answer and never told again.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateAccessKey.html">IAM: CreateAccessKey</a>
 */
public final class CreateAccessKey {

    private final KeyVault vault;
    private final SecureRandom random;

    public CreateAccessKey(KeyVault vault, SecureRandom random) {
        this.vault = vault;
        this.random = random;
    }

    public Operation operation() {
        return Operation.of(AwsService.IAM, "CreateAccessKey")
                .writes()
                .disclosesNoSecret()
                .output(model -> model.changing("AccessKey", key -> ((StructureShape) key).omitting("SecretAccessKey")))
                .about(AccessKeyOwner.by("UserName"))
                .handledBy(this::create);
    }

    private Outcome create(AccessKeyOwner owner, Structure input, Call call) {
        if (owner.keys(call).byId().size() >= IamQuota.ACCESS_KEYS_PER_USER_MAX) {
            throw IamFaults.quotaExceeded("AccessKeysPerUser", IamQuota.ACCESS_KEYS_PER_USER_MAX);
        }
        AccountId account = call.where().account();
        AccessKeyId id = NewIamId.accessKey(call.context().requestId());
        SecretBytes secret = AccessKeySecret.generate(random);
        KeyRowChange.Put row = vault.wrapAccessKey(account, id, secret);
        IdentityEvent created = switch (owner) {
            case AccessKeyOwner.OfUser(User.Existing user) -> new UserAccessKeyCreated(user.resource(), id);
            case AccessKeyOwner.OfRoot _ -> new AccessKeyCreated(account, id, row.id());
        };
        Structure key = Structure.builder()
                .put("UserName", owner.name(call))
                .put("AccessKeyId", id.value())
                .put("Status", "Active")
                .put("SecretAccessKey", new Document.SecretText(secret))
                .put("CreateDate", call.context().at())
                .build();
        return Outcome.answered(Structure.builder().put("AccessKey", key).build(), List.of(created), List.of(row));
    }
}
