package io.attestore.command.iam.policy;

import io.attestore.command.iam.change.Creation;
import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.Access;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.entities.iam.IamName;
import io.attestore.entities.iam.IamQuota;
import io.attestore.entities.iam.NewIamId;
import io.attestore.entities.iam.TagsSent;
import io.attestore.entities.iam.document.PolicyDocuments;
import io.attestore.entities.iam.permission.IamConditions;
import io.attestore.entities.iam.policy.ManagedPolicy;
import io.attestore.entities.iam.policy.Policy;
import io.attestore.entities.iam.policy.PolicyAttachments;
import io.attestore.events.id.Arn;
import io.attestore.events.id.IamKind;
import io.attestore.events.id.IamResource;
import io.attestore.events.identity.PolicyCreated;
import java.util.List;
import java.util.Map;

/**
 * Makes a customer managed policy, whose first version is the default one.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html">IAM: CreatePolicy</a>
 */
public final class CreatePolicy {

    private CreatePolicy() {}

    public static Operation operation() {
        return Operation.of(AwsService.IAM, "CreatePolicy")
                .writes()
                .disclosesNoSecret()
                .conditions(IamConditions.tagsSent())
                .needing(CreatePolicy::needs)
                .handledBy(CreatePolicy::create);
    }

    private static List<Access> needs(Structure input, Call call) {
        Access creation = call.access(arn(input, call));
        return Creation.access(creation, input, "iam:TagPolicy");
    }

    private static Arn arn(Structure input, Call call) {
        return IamResource.arn(
                call.where().region().partition(),
                call.where().account(),
                IamKind.POLICY,
                Creation.path(input),
                input.text("PolicyName"));
    }

    private static Outcome create(Structure input, Call call) {
        Map<String, String> tags = TagsSent.checked(input.structures("Tags"));
        String document = PolicyChecks.managed(input.text("PolicyDocument"));
        IamName.requireFree(IamKind.POLICY, input.text("PolicyName"), call);
        IamQuota.POLICIES.requireRoom(IamKind.POLICY, call);
        IamResource resource =
                new IamResource(NewIamId.of(IamKind.POLICY, call.context().requestId()), arn(input, call));
        PolicyCreated created =
                new PolicyCreated(resource, input.optionalText("Description").orElse(""), document, tags);
        ManagedPolicy policy = new ManagedPolicy.Customer(
                Policy.justCreated(created, call.context().at()));
        PolicyAttachments uses = PolicyAttachments.none(call.where().account(), resource.arn());
        Structure output = Structure.builder()
                .put("Policy", PolicyDocuments.policy(policy, uses))
                .build();
        return Outcome.answered(output, created);
    }
}
