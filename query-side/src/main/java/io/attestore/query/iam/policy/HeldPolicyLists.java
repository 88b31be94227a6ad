package io.attestore.query.iam.policy;

import io.attestore.contract.document.Document;
import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Outcome;
import io.attestore.entities.iam.IamFaults;
import io.attestore.entities.iam.document.IamDocuments;
import io.attestore.entities.iam.policy.PolicyHolder;
import io.attestore.entities.iam.policy.StoredPolicy;
import io.attestore.events.id.Arn;
import io.attestore.query.iam.page.IamPages;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** What is told of the policies of a user, a group or a role: the same for all three. */
public final class HeldPolicyLists {

    private HeldPolicyLists() {}

    /**
     * An inline policy.
     *
     * @param nameMember how the answer calls its holder's name
     */
    public static Outcome inline(PolicyHolder holder, Structure input, String nameMember) {
        String name = input.text("PolicyName");
        StoredPolicy policy = Optional.ofNullable(holder.policies().inline().get(name))
                .orElseThrow(() -> IamFaults.noSuchEntity("The "
                        + holder.resource().kind().arnType() + " policy with name " + name + " cannot be found."));
        return Outcome.answered(Structure.builder()
                .put(nameMember, holder.resource().name())
                .put("PolicyName", name)
                .put("PolicyDocument", IamDocuments.encoded(policy.text()))
                .build());
    }

    /** The names of inline policies. */
    public static Outcome names(IamPages pages, PolicyHolder holder, Structure input, Call call) {
        NavigableMap<String, String> names = new TreeMap<>();
        holder.policies().inline().keySet().forEach(name -> names.put(name, name));
        return pages.answer(input, call, "PolicyNames", names, name -> true, Document.Text::new);
    }

    /** The managed policies that are attached. */
    public static Outcome attached(IamPages pages, PolicyHolder holder, Structure input, Call call) {
        String prefix = input.optionalText("PathPrefix").orElse("/");
        return pages.answer(
                input,
                call,
                "AttachedPolicies",
                holder.policies().attached(),
                policy -> pathAndName(policy).startsWith(prefix),
                HeldPolicyLists::attached);
    }

    public static Structure attached(Arn policy) {
        String path = pathAndName(policy);
        return Structure.builder()
                .put("PolicyName", path.substring(path.lastIndexOf('/') + 1))
                .put("PolicyArn", policy.value())
                .build();
    }

    /** From the first slash on. */
    private static String pathAndName(Arn policy) {
        return policy.resource().substring(policy.resource().indexOf('/'));
    }
}
