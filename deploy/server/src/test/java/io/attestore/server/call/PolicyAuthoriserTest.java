package io.attestore.server.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.contract.operation.Access;
import io.attestore.contract.operation.AccessDenial;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Decision;
import io.attestore.contract.operation.Decision.Allowed;
import io.attestore.contract.operation.Decision.Denied;
import io.attestore.contract.state.Entities;
import io.attestore.contract.state.EntityType;
import io.attestore.entities.lock.Locks;
import io.attestore.entities.ssm.parameter.ParameterPermission;
import io.attestore.events.Bytes;
import io.attestore.events.Event;
import io.attestore.events.call.CallContext;
import io.attestore.events.call.DecidedBy;
import io.attestore.events.call.Principal;
import io.attestore.events.id.AccessKeyId;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.Arn;
import io.attestore.events.id.ParameterId;
import io.attestore.events.id.ParameterName;
import io.attestore.events.id.Region;
import io.attestore.events.parameter.ParameterResourcePolicyDeleted;
import io.attestore.events.parameter.ParameterResourcePolicyPut;
import io.attestore.events.parameter.ParameterType;
import io.attestore.events.parameter.ParameterVersionPut;
import io.attestore.events.parameter.ResourcePolicyGrant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PolicyAuthoriserTest {

    private static final AccountId ACCOUNT = new AccountId("123456789012");
    private static final AccessKeyId KEY = new AccessKeyId("AKIATESTTESTTEST0001");
    private static final Principal ROOT = Principal.root(ACCOUNT, KEY, "aws");

    @Test
    void root_may_do_everything_in_its_own_account() {
        assertThat(decide(ROOT, "arn:aws:ssm:eu-west-1:123456789012:parameter/x"))
                .isInstanceOf(Allowed.class);
        assertThat(decide(ROOT, "*")).isInstanceOf(Allowed.class);
    }

    @Test
    void root_may_do_nothing_in_another_account() {
        assertThat(decide(ROOT, "arn:aws:kms:eu-west-1:999999999999:key/1234abcd-12ab-34cd-56ef-1234567890ab"))
                .isInstanceOf(Denied.class);
        assertThat(decide(ROOT, "arn:aws:ssm:eu-west-1:999999999999:parameter/x:1", folded(List.of())))
                .isInstanceOf(Denied.class);
    }

    @Test
    void root_may_do_in_another_account_what_a_parameters_policy_allows() {
        AccountRegion owner = new AccountRegion(new AccountId("999999999999"), new Region("eu-west-1"));
        ParameterName name = new ParameterName("/x");
        String arn = ParameterId.of(owner, name).arn().value();
        Denied denied = new Denied(
                "because no resource-based policy allows the ssm:GetParameter action",
                Optional.of(new DecidedBy.Missing("resource-based policy")));
        List<Event> history = new ArrayList<>();
        assertThat(decide(ROOT, arn, folded(history))).isEqualTo(denied);

        history.add(version(owner, name));
        assertThat(decide(ROOT, arn, folded(history))).isEqualTo(denied);

        history.add(policy(owner, name, ACCOUNT));
        assertThat(decide(ROOT, arn, folded(history)))
                .as("what another account says of its parameter is not told")
                .isEqualTo(new Allowed());
        assertThat(decide(Principal.root(new AccountId("333333333333"), KEY, "aws"), arn, folded(history)))
                .isEqualTo(denied);
        assertThat(decide(ROOT, "ssm:DeleteParameter", arn, folded(history))).isInstanceOf(Denied.class);

        history.add(new ParameterResourcePolicyDeleted(owner, name, "p", List.of(ACCOUNT)));
        assertThat(decide(ROOT, arn, folded(history))).isEqualTo(denied);
    }

    private static Entities folded(List<Event> history) {
        return new Entities() {
            @Override
            public <I, S> S load(EntityType<I, S> type, I id) {
                S state = type.initial().apply(id);
                for (int position = 0; position < history.size(); position++) {
                    state = type.evolve().evolve(state, history.get(position), Instant.EPOCH, position);
                }
                return state;
            }
        };
    }

    private static ParameterResourcePolicyPut policy(AccountRegion owner, ParameterName name, AccountId consumer) {
        ResourcePolicyGrant grant = new ResourcePolicyGrant(
                List.of(new ResourcePolicyGrant.Consumer(consumer, Optional.empty())), List.of("ssm:GetParameter"));
        return new ParameterResourcePolicyPut(owner, name, "p", "hash", "{}", List.of(grant), List.of());
    }

    private static ParameterVersionPut version(AccountRegion owner, ParameterName name) {
        return new ParameterVersionPut(
                owner,
                name,
                1,
                ParameterType.STRING,
                "key",
                Bytes.copyOf(new byte[] {1}),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "Advanced",
                "text",
                "arn:aws:iam::999999999999:root");
    }

    @Test
    void a_user_without_policies_may_do_nothing() {
        Principal user = new Principal.IamUser(
                new Arn("arn:aws:iam::123456789012:user/u"), "AIDACKCEVSQ6C2EXAMPLE", KEY, Optional.empty());

        assertThat(decide(user, "arn:aws:ssm:eu-west-1:123456789012:parameter/x", folded(List.of())))
                .isEqualTo(new Denied(
                        "because no identity-based policy allows the ssm:GetParameter action",
                        Optional.of(new DecidedBy.Missing("identity-based policy"))));
    }

    @Test
    void a_refusal_is_worded_as_aws_words_it() {
        var denied = new Denied("because no identity-based policy allows the ssm:GetParameter action");
        String resource = "arn:aws:ssm:eu-west-1:123456789012:parameter/x";

        var fault = AccessDenial.of(AwsService.SSM, ROOT, Access.to("ssm:GetParameter", new Arn(resource)), denied);

        assertThat(fault.code()).isEqualTo("AccessDeniedException");
        assertThat(fault.status()).isEqualTo(400);
        assertThat(fault.text())
                .isEqualTo("User: arn:aws:iam::123456789012:root is not authorized to perform: ssm:GetParameter on"
                        + " resource: arn:aws:ssm:eu-west-1:123456789012:parameter/x because no identity-based policy"
                        + " allows the ssm:GetParameter action");
        assertThat(AccessDenial.of(AwsService.STS, ROOT, Access.toAny("a"), denied)
                        .code())
                .isEqualTo("AccessDenied");
    }

    private static Decision decide(Principal principal, String resource) {
        Entities locksAlone = new Entities() {
            @Override
            public <I, S> S load(EntityType<I, S> type, I id) {
                assertThat(type).as("what is loaded").isEqualTo(Locks.TYPE);
                return type.initial().apply(id);
            }
        };
        return decide(principal, resource, locksAlone);
    }

    private static Decision decide(Principal principal, String resource, Entities entities) {
        return decide(principal, "ssm:GetParameter", resource, entities);
    }

    /** As a call is decided that names this resource. */
    private static Decision decide(Principal principal, String action, String resource, Entities entities) {
        Access access = resource.equals(Access.ANY)
                ? Access.toAny(action)
                : ParameterPermission.of(resource, new CallOf(principal, action, entities));
        return new PolicyAuthoriser()
                .of(new CallOf(principal, action, entities))
                .decide(access);
    }

    private record CallOf(Principal principal, String action, Entities entities) implements Call {

        @Override
        public CallContext context() {
            return new CallContext(
                    "r1",
                    Instant.EPOCH,
                    where(),
                    principal,
                    "ssm.amazonaws.com",
                    "GetParameter",
                    true,
                    "192.0.2.1",
                    "test",
                    "localhost",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }

        @Override
        public AccountRegion where() {
            return new AccountRegion(principal.account(), new Region("eu-west-1"));
        }

        @Override
        public Decision decide(Access access) {
            throw new AssertionError("Nothing is to be decided");
        }

        @Override
        public <I, S> S load(EntityType<I, S> type, I id) {
            return entities.load(type, id);
        }
    }
}
