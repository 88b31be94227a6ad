package io.attestore.command.kms;

import static io.attestore.command.kms.KeyScenario.arn;
import static io.attestore.command.kms.KeyScenario.input;
import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsFault;
import io.attestore.entities.Scenario;
import io.attestore.entities.kms.key.KeyLookup;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.Region;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreateAliasTest {

    private final KeyScenario keys = new KeyScenario();
    private final String keyId = keys.createdKey();

    @Test
    void a_key_is_found_by_its_new_alias() {
        assertThat(keys.answer("CreateAlias", alias("alias/app/prod", keyId))).isEqualTo(Structure.EMPTY);

        KeyLookup.Result found =
                keys.lookup.find(keys.scenario.history, Scenario.WHERE, "alias/app/prod", "request-1", Instant.EPOCH);
        assertThat(((KeyLookup.Found) found).facts().keyId().value()).isEqualTo(keyId);
    }

    @Test
    void the_target_may_be_a_key_arn_and_a_disabled_key() {
        keys.answer("DisableKey", input("KeyId", keyId));

        assertThat(keys.answer("CreateAlias", alias("alias/x", arn("key/" + keyId))))
                .isEqualTo(Structure.EMPTY);
    }

    @Test
    void an_alias_is_about_the_alias_and_the_key() {
        assertThat(keys.scenario.resources(keys.operation("CreateAlias"), alias("alias/x", keyId)))
                .containsExactlyInAnyOrder(arn("alias/x"), arn("key/" + keyId));
    }

    @Test
    void a_name_is_given_once_in_an_account_and_region() {
        keys.answer("CreateAlias", alias("alias/x", keyId));

        assertFault(
                alias("alias/x", keys.createdKey()),
                "AlreadyExistsException",
                "An alias with the name " + arn("alias/x") + " already exists");
        AccountRegion frankfurt = new AccountRegion(Scenario.ACCOUNT, new Region("eu-central-1"));
        assertThat(keys.lookup.find(keys.scenario.history, frankfurt, "alias/x", "request-1", Instant.EPOCH))
                .isInstanceOf(KeyLookup.NotFound.class);
    }

    @Test
    void a_key_has_at_most_fifty_aliases() {
        for (int i = 0; i < 50; i++) {
            keys.answer("CreateAlias", alias("alias/n" + i, keyId));
        }

        assertThat(keys.fault("CreateAlias", alias("alias/one-more", keyId)).code())
                .isEqualTo("LimitExceededException");
        keys.answer("CreateAlias", alias("alias/one-more", keys.createdKey()));
    }

    @ParameterizedTest
    @CsvSource({
        "alias/aws/mine, NotAuthorizedException, ''",
        "mine, ValidationException, 'Alias must start with the prefix \"alias/\". Please see"
                + " https://docs.aws.amazon.com/kms/latest/developerguide/kms-alias.html'",
        "alias/, InvalidAliasNameException, 'An alias needs a name after the prefix \"alias/\"'",
        "alias/a:b, ValidationException, alias/a:b contains invalid characters for an alias"
    })
    void a_name_that_cannot_be_given_is_refused(String name, String code, String text) {
        assertFault(alias(name, keyId), code, text);
    }

    @Test
    void an_alias_does_not_point_to_an_alias() {
        keys.answer("CreateAlias", alias("alias/x", keyId));

        assertFault(alias("alias/y", "alias/x"), "ValidationException", "Aliases must refer to keys. Not aliases");
        assertFault(alias("alias/y", arn("alias/x")), "ValidationException", "Aliases must refer to keys. Not aliases");
    }

    @Test
    void the_target_must_be_there() {
        String nobody = "00000000-0000-4000-8000-000000000000";

        assertFault(alias("alias/x", nobody), "NotFoundException", "Key '" + arn("key/" + nobody) + "' does not exist");
    }

    @Test
    void the_target_is_in_the_same_region_and_account() {
        assertFault(
                alias("alias/x", "arn:aws:kms:us-east-1:123456789012:key/" + keyId),
                "NotFoundException",
                "Invalid arn us-east-1");
        assertThat(keys.fault("CreateAlias", alias("alias/x", "arn:aws:kms:eu-west-1:999999999999:key/" + keyId))
                        .code())
                .isEqualTo("AccessDeniedException");
    }

    @Test
    void an_aws_managed_key_gets_no_other_alias() {
        assertThat(keys.fault("CreateAlias", alias("alias/x", keys.awsManagedKey()))
                        .code())
                .isEqualTo("AccessDeniedException");
    }

    private void assertFault(Structure input, String code, String text) {
        AwsFault fault = keys.fault("CreateAlias", input);
        assertThat(fault.code()).isEqualTo(code);
        assertThat(fault.text()).isEqualTo(text);
    }

    private static Structure alias(String name, String target) {
        return input("AliasName", name, "TargetKeyId", target);
    }
}
