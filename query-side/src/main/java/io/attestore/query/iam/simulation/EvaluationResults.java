package io.attestore.query.iam.simulation;

import io.attestore.contract.document.Structure;
import io.attestore.events.id.Arn;
import io.attestore.policy.document.Position;
import io.attestore.policy.evaluation.Explanation;
import io.attestore.policy.evaluation.Explanation.Match;
import io.attestore.policy.evaluation.PolicySource;
import io.attestore.policy.evaluation.Verdict;
import io.attestore.policy.request.AccessRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a simulation tells of one action. Where resources are named, what is told of each stands beside what is told of
 * all; of several, only the decision is.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_EvaluationResult.html">IAM: EvaluationResult</a>
 */
final class EvaluationResults {

    private EvaluationResults() {}

    /** Of an action on all resources. */
    static Structure of(String action, Simulation simulation) {
        List<String> resources = simulation.resources();
        List<Explanation> explained = new ArrayList<>(resources.size());
        resources.forEach(resource -> explained.add(simulation.explain(action, resource)));
        Optional<Explanation> only = resources.size() == 1 ? Optional.of(explained.getFirst()) : Optional.empty();
        Structure.Builder result = Structure.builder()
                .put("EvalActionName", action)
                .put("EvalResourceName", only.isPresent() ? resources.getFirst() : AccessRequest.ANY_RESOURCE)
                .put("EvalDecision", mostStrict(explained))
                .putAll(
                        "MatchedStatements",
                        only.map(EvaluationResults::matched).orElse(List.of()));
        allowedByBoundary(explained)
                .ifPresent(allowed -> result.put("PermissionsBoundaryDecisionDetail", boundaryDetail(allowed)));
        if (simulation.isEveryResource()) {
            return result.putTexts("MissingContextValues", explained.getFirst().missingKeys())
                    .build();
        }
        List<Structure> specific = new ArrayList<>(resources.size());
        for (int i = 0; i < resources.size(); i++) {
            specific.add(ofResource(resources.get(i), explained.get(i)));
        }
        return result.putTexts("MissingContextValues", List.of())
                .putTextMap(
                        "EvalDecisionDetails",
                        only.map(EvaluationResults::sides).orElse(Map.of()))
                .putAll("ResourceSpecificResults", specific)
                .build();
    }

    private static Structure ofResource(String resource, Explanation explained) {
        Structure.Builder result = Structure.builder()
                .put("EvalResourceName", resource)
                .put("EvalResourceDecision", decision(explained.verdict()))
                .putAll("MatchedStatements", matched(explained))
                .putTexts("MissingContextValues", explained.missingKeys());
        if (explained.acrossAccounts().isPresent()) {
            result.putTextMap("EvalDecisionDetails", sides(explained));
        }
        explained
                .allowedByBoundary()
                .ifPresent(allowed -> result.put("PermissionsBoundaryDecisionDetail", boundaryDetail(allowed)));
        return result.build();
    }

    private static String mostStrict(List<Explanation> explained) {
        List<String> decisions =
                explained.stream().map(each -> decision(each.verdict())).toList();
        return List.of("explicitDeny", "implicitDeny").stream()
                .filter(decisions::contains)
                .findFirst()
                .orElse("allowed");
    }

    private static String decision(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Allowed _ -> "allowed";
            case Verdict.ExplicitlyDenied _ -> "explicitDeny";
            case Verdict.ImplicitlyDenied _ -> "implicitDeny";
        };
    }

    private static Map<String, String> sides(Explanation explained) {
        return explained
                .acrossAccounts()
                .map(sides ->
                        Map.of("IAM Policy", decision(sides.identity()), "Resource Policy", decision(sides.resource())))
                .orElse(Map.of());
    }

    private static Optional<Boolean> allowedByBoundary(List<Explanation> explained) {
        return explained
                .getFirst()
                .allowedByBoundary()
                .map(_ -> explained.stream()
                        .allMatch(each -> each.allowedByBoundary().orElse(true)));
    }

    private static Structure boundaryDetail(boolean allowed) {
        return Structure.builder().put("AllowedByPermissionsBoundary", allowed).build();
    }

    private static List<Structure> matched(Explanation explained) {
        return explained.matched().stream().map(EvaluationResults::statement).toList();
    }

    private static Structure statement(Match match) {
        return Structure.builder()
                .put("SourcePolicyId", id(match.by().policy().source()))
                .put(
                        "SourcePolicyType",
                        switch (match.gate()) {
                            case IDENTITY, SESSION -> "IAM Policy";
                            case BOUNDARY -> "Permissions Boundary Policy";
                            case RESOURCE, TRUST -> "Resource Policy";
                        })
                .put("StartPosition", position(match.by().statement().start()))
                .put("EndPosition", position(match.by().statement().end()))
                .build();
    }

    /**
     * As AWS does: a managed policy by its name, one of a user, group or role with whose it is, one that was sent by
     * its place.
     */
    private static String id(PolicySource source) {
        return switch (source) {
            case PolicySource.Managed(Arn arn) -> lastOf(arn);
            case PolicySource.Inline(String owner, String name) ->
                Arn.parse(owner)
                                .map(arn -> typeOf(arn) + "_" + lastOf(arn) + "_")
                                .orElse("")
                        + name;
            case PolicySource.Named(String name) -> name;
        };
    }

    private static String typeOf(Arn arn) {
        return arn.resource().substring(0, arn.resource().indexOf('/'));
    }

    private static String lastOf(Arn arn) {
        return arn.resource().substring(arn.resource().lastIndexOf('/') + 1);
    }

    private static Structure position(Position position) {
        return Structure.builder()
                .put("Line", position.line())
                .put("Column", position.column())
                .build();
    }
}
