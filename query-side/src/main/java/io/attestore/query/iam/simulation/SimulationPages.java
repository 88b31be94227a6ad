package io.attestore.query.iam.simulation;

import io.attestore.contract.document.Shape.StructureShape;
import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Outcome;
import io.attestore.contract.paging.PageTokens;
import io.attestore.query.iam.page.IamPages;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The answers of simulations, by pages of actions. What a page takes is limited: one may have fewer items than asked
 * for.
 */
final class SimulationPages {

    private static final int ITEMS_DEFAULT = 100;
    private static final int EVALUATIONS_MAX = 1000;
    private static final int POLICIES_MAX = 50;
    private static final int NAMES_MAX = 1000;

    private final IamPages pages;

    SimulationPages(PageTokens tokens, String operation) {
        this.pages = new IamPages(tokens, operation);
    }

    /** The model's input, with limits of what it has none of. */
    static StructureShape limited(StructureShape model) {
        return limitedPolicies(model)
                .changing("PermissionsBoundaryPolicyInputList", list -> list.limitedTo(POLICIES_MAX))
                .changing("ActionNames", list -> list.limitedTo(NAMES_MAX))
                .changing("ResourceArns", list -> list.limitedTo(NAMES_MAX))
                .changing("ContextEntries", list -> list.limitedTo(NAMES_MAX));
    }

    static StructureShape limitedPolicies(StructureShape model) {
        return model.changing("PolicyInputList", list -> list.limitedTo(POLICIES_MAX));
    }

    Outcome answer(Structure input, Call call, Supplier<Simulation> read) {
        return call.heavy(() -> {
            Simulation simulation = read.get();
            NavigableMap<String, String> actions = new TreeMap<>();
            simulation
                    .actions()
                    .forEach(action -> actions.put(String.format(Locale.ROOT, "%010d", actions.size()), action));
            return Outcome.answered(pages.page(
                            withinReach(input, simulation),
                            call,
                            "EvaluationResults",
                            actions,
                            _ -> true,
                            action -> EvaluationResults.of(action, simulation))
                    .build());
        });
    }

    private static Structure withinReach(Structure input, Simulation simulation) {
        int affordable = Math.max(1, EVALUATIONS_MAX / simulation.resources().size());
        Structure.Builder changed = Structure.builder();
        input.members().forEach(changed::put);
        return changed.put("MaxItems", Math.min(affordable, input.whole("MaxItems", ITEMS_DEFAULT)))
                .build();
    }
}
