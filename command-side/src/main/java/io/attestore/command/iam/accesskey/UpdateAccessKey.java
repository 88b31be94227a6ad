package io.attestore.command.iam.accesskey;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.entities.iam.HeldAccessKeys;
import io.attestore.entities.iam.lookup.AccessKeyOwner;
import io.attestore.events.identity.AccessKeyStatusChanged;

/**
 * Makes an access key inactive, or active again: from the next request on, on every node.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateAccessKey.html">IAM: UpdateAccessKey</a>
 */
public final class UpdateAccessKey {

    private UpdateAccessKey() {}

    public static Operation operation() {
        return Operation.of(AwsService.IAM, "UpdateAccessKey")
                .writes()
                .disclosesNoSecret()
                .about(AccessKeyOwner.by("UserName"))
                .handledBy(UpdateAccessKey::update);
    }

    private static Outcome update(AccessKeyOwner owner, Structure input, Call call) {
        HeldAccessKeys.Held key = owner.key(input.text("AccessKeyId"), call);
        boolean active = AccessKeyStatus.isActive(input.text("Status"));
        return active == key.active()
                ? Outcome.answered(Structure.EMPTY)
                : Outcome.answered(
                        Structure.EMPTY,
                        new AccessKeyStatusChanged(call.where().account(), owner.resource(), key.id(), active));
    }
}
