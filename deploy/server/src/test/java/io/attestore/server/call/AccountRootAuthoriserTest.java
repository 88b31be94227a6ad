package io.attestore.server.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.door.operation.AwsService;
import io.attestore.door.operation.Decision;
import io.attestore.door.operation.Decision.Allowed;
import io.attestore.door.operation.Decision.Denied;
import io.attestore.entities.Entities;
import io.attestore.entities.EntityType;
import io.attestore.events.call.Principal;
import io.attestore.events.id.AccessKeyId;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.Arn;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccountRootAuthoriserTest {

    private static final AccountId ACCOUNT = new AccountId("123456789012");
    private static final AccessKeyId KEY = new AccessKeyId("AKIATESTTESTTEST0001");
    private static final Principal ROOT = Principal.root(ACCOUNT, KEY, "aws");

    @Test
    void rootMayDoEverythingInItsOwnAccount() {
        assertThat(decide(ROOT, "arn:aws:ssm:eu-west-1:123456789012:parameter/x"))
                .isInstanceOf(Allowed.class);
        assertThat(decide(ROOT, "*")).isInstanceOf(Allowed.class);
    }

    @Test
    void rootMayDoNothingInAnotherAccount() {
        assertThat(decide(ROOT, "arn:aws:ssm:eu-west-1:999999999999:parameter/x"))
                .isInstanceOf(Denied.class);
    }

    @Test
    void whatIsNoArnIsNobodys() {
        assertThat(decide(ROOT, "123456789012")).isInstanceOf(Denied.class);
    }

    @Test
    void anotherPrincipalMayDoNothing() {
        Principal user = new Principal(
                "IAMUser", "AIDA", new Arn("arn:aws:iam::123456789012:user/u"), ACCOUNT, KEY, Optional.of("u"));

        assertThat(decide(user, "arn:aws:ssm:eu-west-1:123456789012:parameter/x"))
                .isEqualTo(new Denied("no identity-based policy allows the ssm:GetParameter action"));
    }

    @Test
    void aRefusalIsWordedAsAwsWordsIt() {
        var denied = new Denied("no identity-based policy allows the ssm:GetParameter action");
        String resource = "arn:aws:ssm:eu-west-1:123456789012:parameter/x";

        var fault = AccessDenial.of(AwsService.SSM, ROOT, "ssm:GetParameter", resource, denied);

        assertThat(fault.code()).isEqualTo("AccessDeniedException");
        assertThat(fault.status()).isEqualTo(400);
        assertThat(fault.text())
                .isEqualTo("User: arn:aws:iam::123456789012:root is not authorized to perform: ssm:GetParameter on"
                        + " resource: arn:aws:ssm:eu-west-1:123456789012:parameter/x because no identity-based policy"
                        + " allows the ssm:GetParameter action");
        assertThat(AccessDenial.of(AwsService.STS, ROOT, "a", "b", denied).code())
                .isEqualTo("AccessDenied");
    }

    private static Decision decide(Principal principal, String resource) {
        Entities none = new Entities() {
            @Override
            public <I, S> S load(EntityType<I, S> type, I id) {
                throw new AssertionError("Nothing is to be loaded");
            }
        };
        return new AccountRootAuthoriser().decide(principal, "ssm:GetParameter", resource, none);
    }
}
