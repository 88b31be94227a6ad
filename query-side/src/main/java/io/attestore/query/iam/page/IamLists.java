package io.attestore.query.iam.page;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.Access;
import io.attestore.contract.operation.Call;
import io.attestore.entities.iam.IamDirectory;
import io.attestore.events.id.IamKind;
import java.util.List;
import java.util.NavigableMap;
import java.util.function.Predicate;

/** The lists of all users, groups, roles or instance profiles of an account. Safe for many threads. */
public final class IamLists {

    private IamLists() {}

    /** Those of one kind, by their names. */
    public static NavigableMap<String, IamDirectory.Entry> all(IamKind kind, Call call) {
        return call.load(IamDirectory.TYPE, new IamDirectory.Id(call.where().account(), kind))
                .byName();
    }

    /** Whether one has the path that a call asks for; all have if it asks for none. */
    public static Predicate<IamDirectory.Entry> under(Structure input) {
        String prefix = input.optionalText("PathPrefix").orElse("/");
        return entry -> entry.resource().path().startsWith(prefix);
    }

    /** Permission for the list as a whole. */
    public static List<Access> access(IamKind kind, Structure input, Call call) {
        String prefix = input.optionalText("PathPrefix").orElse("/");
        return List.of(Access.toAny(call.action())
                .toldAs("arn:" + call.where().region().partition() + ":iam::"
                        + call.where().account() + ":" + kind.arnType() + prefix));
    }
}
