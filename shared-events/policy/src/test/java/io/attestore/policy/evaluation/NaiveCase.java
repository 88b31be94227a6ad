package io.attestore.policy.evaluation;

import io.attestore.policy.Asking;
import io.attestore.policy.document.PolicyDocument;
import io.attestore.policy.document.PolicyKind;
import io.attestore.policy.evaluation.NaivePolicy.NaiveStatement;
import io.attestore.policy.request.AccessRequest;
import io.attestore.policy.request.ActionName;
import io.attestore.policy.request.Requester;
import io.attestore.policy.request.Requester.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A request with its policies, decided twice: by the flow charts of AWS's pages, word for word, and by the module. */
record NaiveCase(
        Requester.InAccount requester,
        boolean across,
        String action,
        String resource,
        Map<String, List<String>> context,
        List<NaivePolicy> identity,
        Optional<NaivePolicy> boundary,
        List<NaivePolicy> session,
        Optional<NaivePolicy> onResource,
        boolean gates) {

    enum Outcome {
        ALLOWED,
        DENIED_EXPLICITLY,
        DENIED_IMPLICITLY
    }

    Outcome byTheFlowChart() {
        boolean denied = Stream.of(identity.stream(), boundary.stream(), session.stream())
                        .flatMap(each -> each)
                        .anyMatch(policy -> has(policy, statement -> !statement.allows()))
                || onResource.stream().anyMatch(policy -> has(policy, each -> !each.allows() && names(each, any())));
        if (denied) {
            return Outcome.DENIED_EXPLICITLY;
        }
        boolean inBoundary = boundary.stream().allMatch(this::allows);
        boolean inSession =
                session.isEmpty() ? !isFederated() : session.stream().anyMatch(this::allows);
        boolean byIdentity = isRoot() || identity.stream().anyMatch(this::allows);
        boolean own = byIdentity && inBoundary && inSession;
        boolean allowed;
        if (across) {
            allowed = own && resourceAllows(any());
        } else if (resourceAllows(himself())) {
            allowed = true;
        } else if (resourceAllows(issuer())) {
            allowed = inBoundary && inSession;
        } else {
            allowed = own && (!gates || resourceAllows(any()));
        }
        return allowed ? Outcome.ALLOWED : Outcome.DENIED_IMPLICITLY;
    }

    private boolean resourceAllows(List<String> names) {
        return onResource.stream().anyMatch(policy -> has(policy, each -> each.allows() && names(each, names)));
    }

    private boolean allows(NaivePolicy policy) {
        return has(policy, NaiveStatement::allows);
    }

    private boolean has(NaivePolicy policy, Predicate<NaiveStatement> wanted) {
        return policy.statements().stream()
                .anyMatch(each -> wanted.test(each) && each.matches(action, resource, context));
    }

    private static boolean names(NaiveStatement statement, List<String> names) {
        return statement.principals().stream().anyMatch(names::contains);
    }

    private List<String> himself() {
        return List.of(
                "*", requester.arn(), requester.id(), requester.kind() == Kind.ROOT ? account() : requester.arn());
    }

    private List<String> issuer() {
        return requester.kind() == Kind.FEDERATED_BY_ROOT
                ? List.of()
                : List.of(requester.issuerArn(), requester.issuerId());
    }

    private List<String> any() {
        return Stream.of(himself(), issuer(), List.of(account(), Asking.ROOT_ARN))
                .flatMap(List::stream)
                .toList();
    }

    private String account() {
        return requester.account().value();
    }

    private boolean isRoot() {
        return requester.kind() == Kind.ROOT || requester.kind() == Kind.FEDERATED_BY_ROOT;
    }

    private boolean isFederated() {
        return requester.kind() == Kind.FEDERATED_BY_ROOT || requester.kind() == Kind.FEDERATED_BY_USER;
    }

    Outcome byTheModule() {
        return switch (PolicyEvaluation.decide(request(), policies())) {
            case Verdict.Allowed allowed -> Outcome.ALLOWED;
            case Verdict.ExplicitlyDenied denied -> Outcome.DENIED_EXPLICITLY;
            case Verdict.ImplicitlyDenied denied -> Outcome.DENIED_IMPLICITLY;
        };
    }

    Explanation explained() {
        return PolicySimulation.explain(request(), policies());
    }

    private PolicySet policies() {
        ResourcePolicy resourcePolicy = gates
                ? new ResourcePolicy.Gates(attached(onResource.orElseThrow(), PolicyKind.RESOURCE), Grants.NONE)
                : new ResourcePolicy.Adds(onResource.map(policy -> attached(policy, PolicyKind.RESOURCE)));
        return new PolicySet(
                identity.stream().map(NaiveCase::identity).toList(),
                boundary.map(NaiveCase::identity),
                session.stream().map(NaiveCase::identity).toList(),
                resourcePolicy);
    }

    private AccessRequest request() {
        return new AccessRequest(
                requester,
                ActionName.of(action),
                resource,
                across ? Asking.OTHER_ACCOUNT : Asking.ACCOUNT,
                Asking.context(context));
    }

    private static AttachedPolicy identity(NaivePolicy policy) {
        return attached(policy, PolicyKind.IDENTITY);
    }

    private static AttachedPolicy attached(NaivePolicy policy, PolicyKind kind) {
        return new AttachedPolicy(new PolicySource.Inline("o", "p"), PolicyDocument.parse(policy.json(), kind));
    }
}
