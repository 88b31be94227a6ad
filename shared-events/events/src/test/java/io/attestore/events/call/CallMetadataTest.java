package io.attestore.events.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.attestore.events.call.CallContext.TlsDetails;
import io.attestore.events.id.AccessKeyId;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.Arn;
import io.attestore.events.id.Region;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.arbitraries.StringArbitrary;

class CallMetadataTest {

    private static final AccountRegion WHERE =
            new AccountRegion(new AccountId("123456789012"), new Region("eu-central-1"));
    private static final Principal ROOT =
            Principal.root(WHERE.account(), new AccessKeyId("AKIAIOSFODNN7EXAMPLE"), "aws");
    private static final Arn PARAMETER = new Arn("arn:aws:ssm:eu-central-1:123456789012:parameter/a");

    @Property(tries = 500)
    void every_principal_is_read_as_it_was_written(@ForAll("principals") Principal principal) {
        CallContext call = call(principal);

        assertThat(CallMetadata.read(CallMetadata.write(call))).isEqualTo(call);
    }

    @Property(tries = 300)
    void the_resources_of_a_call_are_read_as_they_were_written(@ForAll("arns") List<Arn> arns) {
        CallContext call = call(ROOT).withResources(arns);

        assertThat(CallMetadata.read(CallMetadata.write(call))).isEqualTo(call);
        assertThat(call.resources().orElseThrow())
                .isEqualTo(arns.stream().distinct().limit(64).toList());
    }

    @Example
    void a_call_about_nothing_is_not_a_call_of_which_nobody_knows() {
        assertThat(CallMetadata.read(CallMetadata.write(call(ROOT))).resources())
                .isEmpty();
        assertThat(CallMetadata.read(CallMetadata.write(call(ROOT).withResources(List.of())))
                        .resources())
                .contains(List.of());
    }

    @Example
    void what_no_arn_of_a_resource_has_in_it_is_not_written() {
        Arn spaced = new Arn("arn:aws:ssm:eu-central-1:123456789012:parameter/a b");
        Arn accented = new Arn("arn:aws:ssm:eu-central-1:123456789012:parameter/\u00e9");

        assertThat(call(ROOT).withResources(List.of(spaced)).resources()).contains(List.of());
        assertThat(call(ROOT)
                        .withResources(List.of(spaced, PARAMETER, accented))
                        .resources())
                .contains(List.of(PARAMETER));
    }

    @Example
    void what_decided_is_read_as_it_was_written() {
        for (DecidedBy decided : List.of(
                new DecidedBy.Statement(true, "arn:aws:iam::aws:policy/ReadOnlyAccess", "[0]"),
                new DecidedBy.Statement(false, "arn:aws:iam::123456789012:user/u p", "NoProduction"),
                new DecidedBy.Grant("resource policy p"),
                new DecidedBy.Missing("permissions boundary"),
                new DecidedBy.Lock("incident-7"))) {
            CallContext call = call(ROOT).withDecidedBy(Optional.of(decided));

            assertThat(CallMetadata.read(CallMetadata.write(call))).isEqualTo(call);
        }
    }

    @Example
    void of_names_that_decided_so_much_is_kept_as_every_event_can_bear() {
        DecidedBy decided = new DecidedBy.Statement(true, "p".repeat(3000), "s".repeat(3000));

        assertThat(decided).isEqualTo(new DecidedBy.Statement(true, "p".repeat(512), "s".repeat(512)));
    }

    @Example
    void of_many_resources_the_first_64_are_kept() {
        List<Arn> arns = IntStream.range(0, 100)
                .mapToObj(i -> new Arn(PARAMETER.value() + i))
                .toList();

        assertThat(call(ROOT).withResources(arns).resources()).contains(arns.subList(0, 64));
    }

    @Example
    void the_response_leaves_the_resources_as_they_are() {
        CallContext call = call(ROOT).withResources(List.of(PARAMETER)).withResponseElements(Optional.of("{}"));

        assertThat(call.resources()).contains(List.of(PARAMETER));
        assertThat(call.withResources(List.of()).responseElements()).contains("{}");
    }

    @Example
    void root_is_written_as_versions_before_wrote_it() {
        Map<String, String> metadata = CallMetadata.write(call(ROOT));

        assertThat(metadata)
                .containsEntry("principalType", "Root")
                .containsEntry("principalId", "123456789012")
                .containsEntry("principalArn", "arn:aws:iam::123456789012:root")
                .containsEntry("principalAccount", "123456789012")
                .containsEntry("accessKeyId", "AKIAIOSFODNN7EXAMPLE")
                .doesNotContainKeys("userName", "resources", "sessionCreatedAt");
        assertThat(CallMetadata.read(metadata).principal()).isEqualTo(ROOT);
    }

    @Example
    void the_access_key_that_older_versions_made_up_for_services_is_not_read() {
        Principal service = Principal.service("ssm.amazonaws.com", WHERE.account(), "aws");

        assertThat(CallMetadata.write(call(service))).doesNotContainKey("accessKeyId");
        assertThat(before(
                        "AWSService",
                        "ssm.amazonaws.com",
                        "arn:aws:iam::123456789012:service/ssm.amazonaws.com",
                        Map.of("accessKeyId", "SERVICES_HAVE_NO_ACCESS_KEY")))
                .isEqualTo(service);
    }

    @Example
    void users_and_sessions_of_versions_before_are_read() {
        Principal user = before(
                "IAMUser",
                "AIDACKCEVSQ6C2EXAMPLE",
                "arn:aws:iam::123456789012:user/alice",
                Map.of("accessKeyId", "AKIAI44QH8DHBEXAMPLE", "userName", "alice"));
        Principal session = before(
                "AssumedRole",
                "AROACKCEVSQ6C2EXAMPLE:deploy-42",
                "arn:aws:sts::123456789012:assumed-role/deployer/deploy-42",
                Map.of("accessKeyId", "ASIAIOSFODNN7EXAMPLE"));

        assertThat(user)
                .isEqualTo(new Principal.IamUser(
                        new Arn("arn:aws:iam::123456789012:user/alice"),
                        "AIDACKCEVSQ6C2EXAMPLE",
                        new AccessKeyId("AKIAI44QH8DHBEXAMPLE"),
                        Optional.empty()));
        assertThat(session)
                .isEqualTo(new Principal.RoleSession(
                        SessionIssuer.role("AROACKCEVSQ6C2EXAMPLE", new Arn("arn:aws:iam::123456789012:role/deployer")),
                        "deploy-42",
                        new AccessKeyId("ASIAIOSFODNN7EXAMPLE"),
                        Optional.empty()));
        assertThat(session.arn().value()).isEqualTo("arn:aws:sts::123456789012:assumed-role/deployer/deploy-42");
    }

    @Example
    void a_principal_of_an_unknown_kind_is_not_read() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> before("Nobody", "1", "arn:aws:iam::123456789012:root", Map.of()));
    }

    private static Principal before(String type, String id, String arn, Map<String, String> more) {
        Map<String, String> metadata = new HashMap<>(CallMetadata.write(call(ROOT)));
        metadata.remove("accessKeyId");
        metadata.put("principalType", type);
        metadata.put("principalId", id);
        metadata.put("principalArn", arn);
        metadata.putAll(more);
        return CallMetadata.read(metadata).principal();
    }

    @Provide
    static Arbitrary<Principal> principals() {
        Arbitrary<Principal.Root> root = Combinators.combine(accounts(), keys(), sessions())
                .as((account, key, session) ->
                        new Principal.Root(account, new Arn("arn:aws:iam::" + account + ":root"), key, session));
        Arbitrary<Principal.IamUser> user = Combinators.combine(iam("user"), ids("AIDA"), keys(), sessions())
                .as(Principal.IamUser::new);
        Arbitrary<Principal.RoleSession> session = Combinators.combine(
                        iam("role"), ids("AROA"), names(2, 64), keys(), sessions())
                .as((arn, id, name, key, told) ->
                        new Principal.RoleSession(SessionIssuer.role(id, arn), name, key, told));
        Arbitrary<SessionIssuer> issuer =
                Arbitraries.oneOf(root.map(SessionIssuer::root), user.map(SessionIssuer::user));
        Arbitrary<Principal> federated =
                Combinators.combine(issuer, names(2, 32), keys(), sessions()).as(Principal.FederatedUser::new);
        Arbitrary<Principal> service = Combinators.combine(names(1, 40), accounts())
                .as((name, account) -> Principal.service(name, account, "aws"));
        return Arbitraries.oneOf(root, user, session, federated, service);
    }

    @Provide
    static Arbitrary<List<Arn>> arns() {
        return Arbitraries.strings()
                .withCharRange('!', '~')
                .ofMaxLength(60)
                .map(resource -> new Arn("arn:aws:ssm:eu-central-1:123456789012:" + resource))
                .list()
                .ofMaxSize(70);
    }

    private static Arbitrary<Optional<Session>> sessions() {
        Arbitrary<Instant> at = Arbitraries.longs()
                .between(0, 4_000_000_000_000_000L)
                .map(micros -> Instant.EPOCH.plusNanos(micros * 1_000));
        Arbitrary<WebIdentity> web = Combinators.combine(
                        names(1, 60),
                        Arbitraries.maps(
                                        names(1, 30),
                                        Arbitraries.strings()
                                                .withCharRange(' ', '~')
                                                .ofMinLength(1)
                                                .ofMaxLength(255))
                                .ofMaxSize(8))
                .as(WebIdentity::of);
        return Combinators.combine(at, Arbitraries.of(true, false), names(2, 64).optional(), web.optional())
                .as(Session::new)
                .optional();
    }

    private static Arbitrary<Arn> iam(String kind) {
        Arbitrary<String> path =
                names(1, 20).list().ofMaxSize(3).map(parts -> parts.isEmpty() ? "" : String.join("/", parts) + "/");
        return Combinators.combine(accounts(), path, names(1, 64))
                .as((account, folder, name) ->
                        new Arn("arn:aws-cn:iam::" + account + ":" + kind + "/" + folder + name));
    }

    private static Arbitrary<AccountId> accounts() {
        return Arbitraries.strings().numeric().ofLength(12).map(AccountId::new);
    }

    private static Arbitrary<AccessKeyId> keys() {
        return ids("ASIA").map(AccessKeyId::new);
    }

    private static Arbitrary<String> ids(String prefix) {
        return Arbitraries.strings()
                .withCharRange('A', 'Z')
                .numeric()
                .ofMinLength(12)
                .ofMaxLength(124)
                .map(rest -> prefix + rest);
    }

    private static StringArbitrary names(int lengthMin, int lengthMax) {
        return Arbitraries.strings()
                .alpha()
                .numeric()
                .withChars("_+=,.@-")
                .ofMinLength(lengthMin)
                .ofMaxLength(lengthMax);
    }

    private static CallContext call(Principal principal) {
        return new CallContext(
                "6f1b2c3d-0000-4000-8000-000000000001",
                Instant.parse("2026-11-21T23:48:44.123456Z"),
                WHERE,
                principal,
                "ssm.amazonaws.com",
                "GetParameter",
                true,
                "192.0.2.17",
                "aws-cli/2.31.0",
                "attestore.example.com",
                Optional.of(new TlsDetails("TLSv1.3", "TLS_AES_256_GCM_SHA384")),
                Optional.of("{}"),
                Optional.empty());
    }
}
