package io.attestore.query.iam.simulation;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.Call;
import io.attestore.entities.iam.IamEntity;
import io.attestore.entities.iam.lookup.NamedInIam;
import io.attestore.entities.iam.policy.PolicyHolder;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.Arn;
import io.attestore.events.id.IamKind;
import io.attestore.policy.request.Requester;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who is taken to ask: the user of the input, or else whose policies are tried out.
 *
 * @param arn of a user or, where no user is needed, of the role; empty where it is nobody in particular
 * @param id the unique id of one who is there
 */
record SimulatedCaller(AccountId account, Optional<Arn> arn, Optional<String> id) {

    private static final String USER = IamKind.USER.arnType() + "/";

    /** Of a call that names whose policies are tried out. */
    static SimulatedCaller of(Structure input, PolicyHolder source, Call call) {
        return input.optionalText("CallerArn").map(arn -> named(arn, call)).orElseGet(() -> himself(source));
    }

    /** Of a call that sends all policies. */
    static SimulatedCaller of(Structure input, Call call) {
        return input.optionalText("CallerArn")
                .map(arn -> named(arn, call))
                .orElseGet(() -> new SimulatedCaller(call.where().account(), Optional.empty(), Optional.empty()));
    }

    private static SimulatedCaller himself(PolicyHolder source) {
        AccountId account = source.resource().account();
        return source.resource().kind() == IamKind.GROUP
                ? new SimulatedCaller(account, Optional.empty(), Optional.empty())
                : new SimulatedCaller(
                        account,
                        Optional.of(source.resource().arn()),
                        Optional.of(source.resource().id().value()));
    }

    private static SimulatedCaller named(String text, Call call) {
        Arn arn = Arn.parse(text).filter(SimulatedCaller::isUser).orElseThrow(SimulationFaults::callerIsNoUser);
        AccountId account = new AccountId(arn.account());
        Optional<String> id = account.equals(call.where().account()) ? id(arn, call) : Optional.empty();
        return new SimulatedCaller(account, Optional.of(arn), id);
    }

    private static Optional<String> id(Arn arn, Call call) {
        return NamedInIam.USERS
                .find(name(arn), call)
                .map(IamEntity::resource)
                .filter(user -> user.arn().equals(arn))
                .map(user -> user.id().value());
    }

    private static boolean isUser(Arn arn) {
        return arn.service().equals("iam")
                && AccountId.isValid(arn.account())
                && arn.resource().startsWith(USER)
                && !name(arn).isEmpty();
    }

    private static String name(Arn arn) {
        return arn.resource().substring(arn.resource().lastIndexOf('/') + 1);
    }

    /** As the principals of a resource's policy see him, who must be a user. */
    Requester requiredUser() {
        Arn user = arn.orElseThrow(SimulationFaults::noCaller);
        if (!isUser(user)) {
            throw SimulationFaults.callerIsNoUser();
        }
        return requester();
    }

    Requester requester() {
        return new Requester.InAccount(
                Requester.Kind.USER, account, arn.map(Arn::value).orElse(""), id.orElse(""), "", "");
    }

    /** What his requests tell policies of him. */
    Map<String, List<String>> context() {
        Map<String, List<String>> values = new HashMap<>();
        values.put("aws:principalaccount", List.of(account.value()));
        arn.ifPresent(own -> {
            values.put("aws:principalarn", List.of(own.value()));
            values.put("aws:principaltype", List.of(isUser(own) ? "User" : "AssumedRole"));
        });
        arn.filter(SimulatedCaller::isUser).ifPresent(own -> {
            values.put("aws:username", List.of(name(own)));
            id.ifPresent(unique -> values.put("aws:userid", List.of(unique)));
        });
        return values;
    }
}
