package io.attestore.query.iam.simulation;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.Call;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.Arn;
import io.attestore.policy.evaluation.AttachedPolicy;
import io.attestore.policy.evaluation.Explanation;
import io.attestore.policy.evaluation.Grants;
import io.attestore.policy.evaluation.PolicySet;
import io.attestore.policy.evaluation.PolicySimulation;
import io.attestore.policy.evaluation.ResourcePolicy;
import io.attestore.policy.request.AccessRequest;
import io.attestore.policy.request.ActionName;
import io.attestore.policy.request.RequestConditions;
import io.attestore.policy.request.Requester;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Requests that are only tried out: each of some actions on each of some resources. Immutable once made.
 *
 * <p>The account of the resources counts only where they have a policy: without one, that of another account is taken
 * for one of the caller's own. A key's policy is a gate here, too; grants are not looked at.
 */
final class Simulation {

    private static final String WILDCARD = "*";

    private final List<String> actions;
    private final List<String> resources;
    private final Requester requester;
    private final AccountId owner;
    private final Map<String, List<String>> context;
    private final PolicySet policies;
    private final Optional<AttachedPolicy> onResources;

    private Simulation(Structure input, SimulatedCaller caller, PolicySet policies, Call call) {
        this.actions = input.texts("ActionNames");
        this.resources = resources(input);
        this.policies = policies;
        this.onResources = GivenPolicies.onResource(input);
        this.requester = onResources.isPresent() ? caller.requiredUser() : caller.requester();
        this.owner = input.optionalText("ResourceOwner").map(Simulation::owner).orElse(caller.account());
        this.context = new HashMap<>(caller.context());
        context.put("aws:currenttime", List.of(call.context().at().toString()));
        context.put("aws:epochtime", List.of(Long.toString(call.context().at().getEpochSecond())));
        context.putAll(ContextEntries.read(input.structures("ContextEntries")));
    }

    /**
     * Reads what is to be tried out.
     *
     * @param policies of whoever is taken to ask
     * @throws io.attestore.contract.operation.AwsFault if it cannot be
     */
    static Simulation of(Structure input, SimulatedCaller caller, PolicySet policies, Call call) {
        Simulation simulation = new Simulation(input, caller, policies, call);
        simulation.check(input);
        return simulation;
    }

    private void check(Structure input) {
        actions.stream().filter(action -> !isAction(action)).findFirst().ifPresent(action -> {
            throw SimulationFaults.notAnAction(action);
        });
        resources.stream().filter(resource -> !isResource(resource)).findFirst().ifPresent(resource -> {
            throw SimulationFaults.notAnArn(resource);
        });
        ResourceHandling.check(input.optionalText("ResourceHandlingOption"), actions, resources);
        onResources.ifPresent(policy -> resources.forEach(resource -> requireApplicable(policy, resource)));
    }

    private static List<String> resources(Structure input) {
        List<String> named = input.texts("ResourceArns");
        return named.isEmpty() ? List.of(AccessRequest.ANY_RESOURCE) : named;
    }

    private static boolean isAction(String action) {
        int colon = action.indexOf(':');
        return colon > 0 && colon < action.length() - 1 && !action.contains(WILDCARD) && action.indexOf('?') < 0;
    }

    private boolean isResource(String resource) {
        return isEveryResource() || Arn.parse(resource).isPresent();
    }

    private static AccountId owner(String text) {
        return Arn.parse(text)
                .filter(arn -> arn.service().equals("iam") && arn.resource().equals("root"))
                .map(Arn::account)
                .filter(AccountId::isValid)
                .map(AccountId::new)
                .orElseThrow(() -> SimulationFaults.notAnOwner(text));
    }

    private void requireApplicable(AttachedPolicy policy, String resource) {
        Arn arn = Arn.parse(resource).orElseThrow(() -> SimulationFaults.notAnEntity(resource));
        if (arn.service().equals("iam") && arn.resource().startsWith("role/")) {
            throw SimulationFaults.roleAsResource(resource);
        }
        AccessRequest request = request(actions.getFirst(), resource);
        if (policy.document().statements().stream().noneMatch(statement -> statement.isAbout(request))) {
            throw SimulationFaults.notApplicable(resource);
        }
    }

    List<String> actions() {
        return actions;
    }

    List<String> resources() {
        return resources;
    }

    /** Whether no resource is named. */
    boolean isEveryResource() {
        return resources.equals(List.of(AccessRequest.ANY_RESOURCE));
    }

    Explanation explain(String action, String resource) {
        return PolicySimulation.explain(request(action, resource), policies.with(onResource(resource)));
    }

    private AccessRequest request(String action, String resource) {
        AccountId account =
                onResources.isPresent() ? owned(resource).orElse(owner) : ((Requester.InAccount) requester).account();
        List<String> told = List.of(owned(resource).orElse(owner).value());
        RequestConditions conditions =
                key -> context.getOrDefault(key, key.equals("aws:resourceaccount") ? told : List.of());
        return new AccessRequest(requester, ActionName.of(action), resource, account, conditions);
    }

    private static Optional<AccountId> owned(String resource) {
        return Arn.parse(resource).map(Arn::account).filter(AccountId::isValid).map(AccountId::new);
    }

    private ResourcePolicy onResource(String resource) {
        boolean isKey =
                Arn.parse(resource).filter(arn -> arn.service().equals("kms")).isPresent();
        return onResources
                .<ResourcePolicy>map(policy -> isKey
                        ? new ResourcePolicy.Gates(policy, Grants.NONE)
                        : new ResourcePolicy.Adds(Optional.of(policy)))
                .orElse(ResourcePolicy.NONE);
    }
}
