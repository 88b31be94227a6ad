package io.attestore.entities.ssm.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.entities.History;
import io.attestore.events.Bytes;
import io.attestore.events.Event;
import io.attestore.events.call.Principal;
import io.attestore.events.id.AccessKeyId;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.Arn;
import io.attestore.events.id.ParameterId;
import io.attestore.events.id.ParameterName;
import io.attestore.events.id.Region;
import io.attestore.events.parameter.ParameterDeleted;
import io.attestore.events.parameter.ParameterDeleted.Retention;
import io.attestore.events.parameter.ParameterResourcePolicyDeleted;
import io.attestore.events.parameter.ParameterResourcePolicyPut;
import io.attestore.events.parameter.ParameterRestored;
import io.attestore.events.parameter.ParameterType;
import io.attestore.events.parameter.ParameterVersionPut;
import io.attestore.events.parameter.ResourcePolicyGrant;
import io.attestore.events.parameter.ResourcePolicyGrant.Consumer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What resource policies leave behind: in the parameter, and in what an account sees of others. */
class SharingTest {

    private static final String READ = "ssm:GetParameter";
    private static final Region REGION = new Region("eu-west-1");
    private static final AccountRegion WHERE = new AccountRegion(new AccountId("123456789012"), REGION);
    private static final ParameterName NAME = new ParameterName("/prod/db");
    private static final AccountId CONSUMER = new AccountId("222222222222");
    private static final AccountId STRANGER = new AccountId("333333333333");
    private static final Arn USER = new Arn("arn:aws:iam::222222222222:user/reader");
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final History history = new History();

    @Test
    void a_policy_permits_what_it_names_to_whom_it_names() {
        happened(put(1), shared("one", CONSUMER));

        assertThat(permits(root(CONSUMER), READ)).isTrue();
        assertThat(permits(user(), READ)).isTrue();
        assertThat(permits(root(CONSUMER), "ssm:GetParameterHistory")).isFalse();
        assertThat(permits(root(CONSUMER), "ssm:DeleteParameter")).isFalse();
        assertThat(permits(root(STRANGER), READ)).isFalse();
    }

    @Test
    void a_policy_for_a_user_is_none_for_the_account() {
        happened(put(1), policy("one", List.of(new Consumer(CONSUMER, Optional.of(USER))), List.of()));

        assertThat(permits(user(), READ)).isTrue();
        assertThat(permits(root(CONSUMER), READ)).isFalse();
    }

    @Test
    void a_replaced_policy_permits_only_what_it_says_now() {
        happened(put(1), shared("one", CONSUMER), policy("one", List.of(account(STRANGER)), List.of(CONSUMER)));

        assertThat(permits(root(CONSUMER), READ)).isFalse();
        assertThat(permits(root(STRANGER), READ)).isTrue();
        assertThat(sharedWith(CONSUMER)).isEmpty();
        assertThat(sharedWith(STRANGER)).containsExactly(arn());
    }

    @Test
    void what_several_policies_permit_ends_with_the_last_of_them() {
        happened(put(1), shared("one", CONSUMER), shared("two", CONSUMER), unshared("one"));
        assertThat(permits(root(CONSUMER), READ)).isTrue();
        assertThat(sharedWith(CONSUMER)).containsExactly(arn());

        happened(unshared("two"));

        assertThat(permits(root(CONSUMER), READ)).isFalse();
        assertThat(sharedWith(CONSUMER)).isEmpty();
    }

    @Test
    void policies_stay_when_versions_come() {
        happened(put(1), shared("one", CONSUMER), put(2));

        assertThat(permits(root(CONSUMER), READ)).isTrue();
    }

    @Test
    void nothing_is_shared_of_what_was_deleted_nor_of_what_came_back() {
        Retention retention = new Retention("deletion", NOON.plusSeconds(60));
        happened(
                put(1),
                shared("one", CONSUMER),
                new ParameterDeleted(WHERE, NAME, List.of(), Optional.of(ParameterType.STRING), Optional.of(retention)),
                new ParameterRestored(WHERE, NAME, ParameterType.STRING, "deletion"));

        assertThat(present().resourcePolicies()).isEqualTo(ResourcePolicies.NONE);
    }

    @Test
    void a_new_parameter_of_an_old_name_is_not_shared() {
        happened(put(1), shared("one", CONSUMER), new ParameterDeleted(WHERE, NAME, List.of("ssm/key1")), put(1));

        assertThat(permits(root(CONSUMER), READ)).isFalse();
    }

    @Test
    void a_policy_of_what_is_not_there_changes_nothing() {
        happened(shared("one", CONSUMER), unshared("two"));

        assertThat(history.load(Parameter.TYPE, ParameterId.of(WHERE, NAME))).isInstanceOf(Parameter.Absent.class);
    }

    @Test
    void what_is_shared_in_one_region_is_not_in_another() {
        happened(put(1), shared("one", CONSUMER));

        assertThat(history.load(SharedParameters.TYPE, new AccountRegion(CONSUMER, new Region("us-east-1")))
                        .byArn())
                .isEmpty();
    }

    private boolean permits(Principal caller, String action) {
        return present().resourcePolicies().permitting(caller, action).isPresent();
    }

    private Parameter.Present present() {
        return (Parameter.Present) history.load(Parameter.TYPE, ParameterId.of(WHERE, NAME));
    }

    private Iterable<String> sharedWith(AccountId account) {
        return history.load(SharedParameters.TYPE, new AccountRegion(account, REGION))
                .byArn()
                .keySet();
    }

    private void happened(Event... events) {
        history.append(NOON, List.of(events), List.of());
    }

    private static String arn() {
        return ParameterId.of(WHERE, NAME).arn().value();
    }

    private static Principal root(AccountId account) {
        return Principal.root(account, new AccessKeyId("AKIAIOSFODNN7EXAMPLE"), "aws");
    }

    private static Principal user() {
        AccessKeyId key = new AccessKeyId("AKIAIOSFODNN7EXAMPLE");
        return new Principal.IamUser(USER, "AIDACKCEVSQ6C2EXAMPLE", key, Optional.empty());
    }

    private static Consumer account(AccountId account) {
        return new Consumer(account, Optional.empty());
    }

    private static ParameterResourcePolicyPut shared(String policyId, AccountId consumer) {
        return policy(policyId, List.of(account(consumer)), List.of());
    }

    private static ParameterResourcePolicyPut policy(
            String policyId, List<Consumer> consumers, List<AccountId> former) {
        return new ParameterResourcePolicyPut(
                WHERE,
                NAME,
                policyId,
                "hash",
                "{}",
                List.of(new ResourcePolicyGrant(consumers, List.of(READ))),
                former);
    }

    private static ParameterResourcePolicyDeleted unshared(String policyId) {
        return new ParameterResourcePolicyDeleted(WHERE, NAME, policyId, List.of(CONSUMER));
    }

    private static ParameterVersionPut put(long version) {
        return new ParameterVersionPut(
                WHERE,
                NAME,
                version,
                ParameterType.STRING,
                "ssm/key" + version,
                Bytes.copyOf(new byte[] {1}),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "Advanced",
                "text",
                "arn:aws:iam::123456789012:root");
    }
}
