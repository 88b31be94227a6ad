package io.attestore.policy;

import io.attestore.events.id.AccountId;
import io.attestore.events.id.Arn;
import io.attestore.policy.document.PolicyDocument;
import io.attestore.policy.document.PolicyKind;
import io.attestore.policy.evaluation.AttachedPolicy;
import io.attestore.policy.evaluation.PolicySource;
import io.attestore.policy.request.AccessRequest;
import io.attestore.policy.request.ActionName;
import io.attestore.policy.request.RequestConditions;
import io.attestore.policy.request.Requester;
import java.util.List;
import java.util.Map;

/** Principals, policies and requests of the tests. */
public final class Asking {

    public static final AccountId ACCOUNT = new AccountId("123456789012");
    public static final AccountId OTHER_ACCOUNT = new AccountId("210987654321");
    public static final String ROOT_ARN = "arn:aws:iam::123456789012:root";
    public static final String ALICE_ARN = "arn:aws:iam::123456789012:user/alice";
    public static final String ROLE_ARN = "arn:aws:iam::123456789012:role/team/app";
    public static final String SESSION_ARN = "arn:aws:sts::123456789012:assumed-role/app/s1";
    public static final String FEDERATED_ARN = "arn:aws:sts::123456789012:federated-user/fred";
    public static final String RESOURCE = "arn:aws:app:us-east-1:123456789012:thing/a";
    public static final ActionName READ = ActionName.of("app:Read");

    private Asking() {}

    public static Requester root() {
        return new Requester.InAccount(Requester.Kind.ROOT, ACCOUNT, ROOT_ARN, "123456789012", "", "");
    }

    public static Requester alice() {
        return new Requester.InAccount(Requester.Kind.USER, ACCOUNT, ALICE_ARN, "AIDAALICEALICEALICE", "", "");
    }

    public static Requester session() {
        return new Requester.InAccount(
                Requester.Kind.ROLE_SESSION,
                ACCOUNT,
                SESSION_ARN,
                "AROAAPPAPPAPPAPPAPP:s1",
                ROLE_ARN,
                "AROAAPPAPPAPPAPPAPP");
    }

    /** A federated user whom alice vouches for. */
    public static Requester federated() {
        return new Requester.InAccount(
                Requester.Kind.FEDERATED_BY_USER,
                ACCOUNT,
                FEDERATED_ARN,
                "123456789012:fred",
                ALICE_ARN,
                "AIDAALICEALICEALICE");
    }

    public static Requester federatedByRoot() {
        return new Requester.InAccount(
                Requester.Kind.FEDERATED_BY_ROOT,
                ACCOUNT,
                FEDERATED_ARN,
                "123456789012:fred",
                ROOT_ARN,
                "123456789012");
    }

    public static AccessRequest reading(Requester requester) {
        return new AccessRequest(requester, READ, RESOURCE, ACCOUNT, RequestConditions.NONE);
    }

    /** Of a resource in the other account. */
    public static AccessRequest readingAcross(Requester requester) {
        return new AccessRequest(requester, READ, RESOURCE, OTHER_ACCOUNT, RequestConditions.NONE);
    }

    /** A context of keys in lower case. */
    public static RequestConditions context(Map<String, List<String>> values) {
        return key -> values.getOrDefault(key, List.of());
    }

    public static AttachedPolicy managed(String statements) {
        return new AttachedPolicy(
                new PolicySource.Managed(new Arn("arn:aws:iam::123456789012:policy/p")), identity(statements));
    }

    public static PolicyDocument identity(String statements) {
        return PolicyDocument.parse(document(statements), PolicyKind.IDENTITY);
    }

    public static AttachedPolicy onResource(String statements) {
        return new AttachedPolicy(
                new PolicySource.Inline(RESOURCE, "policy"),
                PolicyDocument.parse(document(statements), PolicyKind.RESOURCE));
    }

    public static AttachedPolicy trust(String statements) {
        return new AttachedPolicy(
                new PolicySource.Inline(ROLE_ARN, "trust"),
                PolicyDocument.parse(document(statements), PolicyKind.TRUST));
    }

    public static String document(String statements) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":[" + statements + "]}";
    }

    /** A statement of a resource's policy about all of it. */
    public static String statement(String effect, String principal) {
        return """
                {"Effect":"%s","Principal":%s,"Action":"app:*","Resource":"*"}""".formatted(effect, principal);
    }

    public static String named(String arn) {
        return "{\"AWS\":\"" + arn + "\"}";
    }
}
