package io.attestore.entities.ssm.parameter;

import io.attestore.contract.operation.Access;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.events.id.Arn;
import io.attestore.events.id.ParameterId;
import io.attestore.policy.document.PolicyDocument;
import io.attestore.policy.document.PolicyKind;
import io.attestore.policy.evaluation.AttachedPolicy;
import io.attestore.policy.evaluation.Grants;
import io.attestore.policy.evaluation.PolicySource;
import io.attestore.policy.evaluation.ResourcePolicy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Permission for the parameters that a call names. For another account's parameter, its resource policies are asked; a
 * parameter that is not there has none, so that a refusal does not tell whether it is.
 */
public final class ParameterPermission {

    private static final AttachedPolicy NO_POLICY = new AttachedPolicy(
            new PolicySource.Inline("parameter", "none"), PolicyDocument.silent(PolicyKind.RESOURCE));

    private ParameterPermission() {}

    /** Permission for the parameter that a member of the input names. */
    public static Operation.Needs named(String member) {
        return (input, call) -> List.of(of(input.text(member), call));
    }

    /** Permission for every parameter that a list names, each once. */
    public static Operation.Needs allNamed(String member) {
        return (input, call) -> {
            Map<Arn, Access> byArn = new LinkedHashMap<>();
            for (String text : input.texts(member)) {
                byArn.computeIfAbsent(ParameterReference.resource(text, call.where()), arn -> of(arn, text, call));
            }
            return List.copyOf(byArn.values());
        };
    }

    /** @param text a parameter's name or ARN, with or without a selector, or what a caller takes for one */
    public static Access of(String text, Call call) {
        return of(ParameterReference.resource(text, call.where()), text, call);
    }

    /** Permission for the operation's own action on a parameter of whichever account. */
    public static Access of(ParameterId id, Call call) {
        Access access = access(id.arn(), call);
        return id.where().account().equals(call.where().account()) ? access : underItsPolicies(access, id, call);
    }

    /** Permission to get a parameter of the caller's account by its name, for a call that names another thing. */
    public static Access toGet(ParameterId id, Call call) {
        return Access.to("ssm:GetParameter", id.arn()).where(new ParameterConditions(id.arn(), call));
    }

    private static Access of(Arn arn, String text, Call call) {
        if (!text.strip().startsWith("arn:")
                || arn.account().equals(call.where().account().value())) {
            return access(arn, call);
        }
        return ParameterReference.parseArn(arn.value())
                .map(reference -> of(reference.id(), call))
                .orElseGet(() -> access(arn, call));
    }

    private static Access access(Arn arn, Call call) {
        return call.access(arn).where(new ParameterConditions(arn, call));
    }

    private static Access underItsPolicies(Access access, ParameterId id, Call call) {
        return switch (call.load(Parameter.TYPE, id)) {
            case Parameter.Absent _ -> access;
            case Parameter.Present present ->
                access.under((principal, asked) -> new ResourcePolicy.Gates(
                        NO_POLICY,
                        () -> present.resourcePolicies()
                                .permitting(principal, asked.action())
                                .map(policy -> new Grants.Grant("resource policy " + policy.id(), true))));
        };
    }
}
