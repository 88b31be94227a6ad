package io.attestore.entities.iam.policy;

import io.attestore.contract.operation.AwsFault;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Subject;
import io.attestore.contract.state.Entities;
import io.attestore.entities.iam.IamFaults;
import io.attestore.entities.iam.IamName;
import io.attestore.entities.iam.IamTags;
import io.attestore.entities.iam.ResourceTags;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.Arn;
import io.attestore.events.id.IamKind;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds managed policies by their ARNs. Safe for many threads. */
public final class ManagedPolicies {

    private static final String TYPE = IamKind.POLICY.arnType() + "/";

    private ManagedPolicies() {}

    /** The policy that a member of the input names, the account's own or AWS's. */
    public static Operation.Subjects<ManagedPolicy> by(String member) {
        return (input, call) -> {
            Arn arn = parse(input.text(member));
            Supplier<Optional<ManagedPolicy>> found =
                    () -> find(arn, call.where().account(), call);
            Supplier<IamTags> tags = () -> found.get().map(ManagedPolicy::tags).orElse(IamTags.NONE);
            return Subject.later(
                    () -> found.get().orElseThrow(() -> IamFaults.noSuchEntity("Policy " + arn + " was not found.")),
                    call.access(arn)
                            .where(new ResourceTags(IamKind.POLICY, tags))
                            .toldAs("policy " + arn));
        };
    }

    /** The policy that a member of the input names, for a change: AWS's are nobody's to change. */
    public static Operation.Subjects<Policy.Existing> changeableBy(String member) {
        return (input, call) -> by(member).of(input, call).map(ManagedPolicies::changeable);
    }

    private static Policy.Existing changeable(ManagedPolicy policy) {
        return switch (policy) {
            case ManagedPolicy.Customer(Policy.Existing own) -> own;
            case ManagedPolicy.Aws aws ->
                throw new AwsFault(
                        "AccessDenied",
                        "User is not authorized to change the AWS managed policy " + aws.arn() + ".",
                        403);
        };
    }

    /** One that is to be attached, or to limit. */
    public static ManagedPolicy attachable(String arn, Call call) {
        return find(parse(arn), call.where().account(), call).orElseThrow(() -> IamFaults.notAttachable(arn));
    }

    /** One that is to limit what a user or role may do. */
    public static Arn boundary(String arn, Call call) {
        return find(parse(arn), call.where().account(), call)
                .map(ManagedPolicy::arn)
                .orElseThrow(
                        () -> IamFaults.noSuchEntity("Scope ARN: " + arn + " does not exist or is not attachable."));
    }

    public static Arn parse(String arn) {
        return Arn.parse(arn)
                .filter(ManagedPolicies::isOfPolicy)
                .orElseThrow(() -> IamFaults.validation("Invalid ARN:  Could not be parsed!"));
    }

    private static boolean isOfPolicy(Arn arn) {
        return arn.service().equals("iam")
                && arn.region().isEmpty()
                && arn.resource().startsWith(TYPE)
                && arn.resource().length() > TYPE.length();
    }

    /** Nothing of another account is found. */
    public static Optional<ManagedPolicy> find(Arn arn, AccountId account, Entities entities) {
        if (arn.account().equals(AwsManagedPolicies.ACCOUNT)) {
            return AwsManagedPolicies.find(arn).map(ManagedPolicy.class::cast);
        }
        if (!arn.account().equals(account.value())) {
            return Optional.empty();
        }
        String name = arn.resource().substring(arn.resource().lastIndexOf('/') + 1);
        return IamName.owner(new IamName.Id(account, IamKind.POLICY, name), entities)
                .map(id -> entities.load(Policy.TYPE, id))
                .filter(Policy.Existing.class::isInstance)
                .map(Policy.Existing.class::cast)
                .filter(policy -> policy.resource().arn().equals(arn))
                .map(ManagedPolicy.Customer::new);
    }
}
