package io.attestore.command.iam.role;

import io.attestore.command.iam.change.Creation;
import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.Access;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.entities.iam.IamQuota;
import io.attestore.entities.iam.TagsSent;
import io.attestore.entities.iam.document.IamDocuments;
import io.attestore.entities.iam.lookup.NamedInIam;
import io.attestore.entities.iam.permission.IamConditions;
import io.attestore.entities.iam.role.InstanceProfile;
import io.attestore.events.id.IamResource;
import io.attestore.events.identity.InstanceProfileCreated;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes an instance profile, which has no role yet.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateInstanceProfile.html">IAM: CreateInstanceProfile</a>
 */
public final class CreateInstanceProfile {

    private CreateInstanceProfile() {}

    public static Operation operation() {
        return Operation.of(AwsService.IAM, "CreateInstanceProfile")
                .writes()
                .disclosesNoSecret()
                .conditions(IamConditions.tagsSent())
                .needing(CreateInstanceProfile::needs)
                .handledBy(CreateInstanceProfile::create);
    }

    private static List<Access> needs(Structure input, Call call) {
        Access creation =
                NamedInIam.INSTANCE_PROFILES.creation(call, Creation.path(input), input.text("InstanceProfileName"));
        return Creation.access(creation, input, "iam:TagInstanceProfile");
    }

    private static Outcome create(Structure input, Call call) {
        Map<String, String> tags = TagsSent.checked(input.structures("Tags"));
        IamResource profile = NamedInIam.INSTANCE_PROFILES.fresh(
                call, Creation.path(input), input.text("InstanceProfileName"), IamQuota.INSTANCE_PROFILES);
        InstanceProfileCreated created = new InstanceProfileCreated(profile, tags);
        Structure document = IamDocuments.instanceProfile(
                InstanceProfile.justCreated(created, call.context().at()), Optional.empty());
        return Outcome.answered(
                Structure.builder().put("InstanceProfile", document).build(), created);
    }
}
