package io.attestore.command.kms;

import static io.attestore.command.kms.KeyScenario.arn;
import static io.attestore.command.kms.KeyScenario.input;
import static io.attestore.command.kms.KeyScenario.tag;
import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.Outcome;
import io.attestore.entities.Scenario;
import io.attestore.entities.kms.key.Key;
import io.attestore.events.id.KeyId;
import io.attestore.events.key.KeyTagged;
import io.attestore.events.key.KeyUntagged;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TagKeyTest {

    private final KeyScenario keys = new KeyScenario();
    private final String keyId = keys.createdKey();

    @Test
    void tags_are_put_on_and_taken_off() {
        keys.answer("TagResource", tagging(keyId, tag("a", "1"), tag("b", "2")));
        keys.answer("TagResource", tagging(arn("key/" + keyId), tag("a", "3")));
        assertThat(tags()).isEqualTo(Map.of("a", "3", "b", "2"));

        keys.answer("UntagResource", untagging(keyId, "a", "none"));

        assertThat(tags()).isEqualTo(Map.of("b", "2"));
    }

    @Test
    void events_tell_what_changed_and_where_nothing_does_nothing_happened() {
        KeyId id = new KeyId(keyId);
        assertThat(keys.when("TagResource", tagging(keyId, tag("a", "1"))).events())
                .containsExactly(new KeyTagged(Scenario.WHERE, id, Map.of("a", "1")));
        assertThat(keys.when("TagResource", tagging(keyId, tag("a", "1"))).events())
                .isEmpty();
        assertThat(keys.when("UntagResource", untagging(keyId, "x")).events()).isEmpty();
        assertThat(keys.when("UntagResource", untagging(keyId, "a", "a", "x")).events())
                .containsExactly(new KeyUntagged(Scenario.WHERE, id, List.of("a")));
    }

    @Test
    void a_disabled_key_keeps_its_state_and_its_tags() {
        keys.answer("TagResource", tagging(keyId, tag("a", "1")));
        keys.answer("DisableKey", input("KeyId", keyId));
        keys.answer("TagResource", tagging(keyId, tag("b", "2")));

        assertThat(keys.key(keyId)).isInstanceOf(Key.Disabled.class);
        assertThat(tags()).isEqualTo(Map.of("a", "1", "b", "2"));
    }

    @Test
    void a_key_has_fifty_tags_none_of_them_of_aws_and_none_twice() {
        Structure[] fifty =
                IntStream.range(0, 50).mapToObj(n -> tag("k" + n, "v")).toArray(Structure[]::new);
        keys.answer("TagResource", tagging(keyId, fifty));

        assertFault(tagging(keyId, tag("one-more", "v")), "Too many tags");
        keys.answer("TagResource", tagging(keyId, tag("k1", "w")));
        assertFault(tagging(keyId, tag("aws:x", "v")), "Tags beginning with aws: are reserved");
        assertFault(tagging(keyId, tag("k1", "v"), tag("k1", "w")), "Duplicate tag keys");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TagResource", "UntagResource"})
    void only_a_customers_own_key_is_tagged_by_its_id_or_arn(String operation) {
        assertThat(code(operation, "00000000-0000-4000-8000-000000000000")).isEqualTo("NotFoundException");
        assertThat(code(operation, "alias/x")).isEqualTo("NotFoundException");
        assertThat(code(operation, keys.awsManagedKey())).isEqualTo("AccessDeniedException");
        assertThat(code(operation, "arn:aws:kms:eu-west-1:999999999999:key/" + keyId))
                .isEqualTo("AccessDeniedException");
    }

    private String code(String operation, String key) {
        Structure input = operation.equals("TagResource") ? tagging(key, tag("a", "1")) : untagging(key, "a");
        return keys.fault(operation, input).code();
    }

    private void assertFault(Structure tagging, String text) {
        assertThat(keys.when("TagResource", tagging)).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
            assertThat(refused.fault().code()).isEqualTo("TagException");
            assertThat(refused.fault().text()).isEqualTo(text);
        });
    }

    private Map<String, String> tags() {
        return ((Key.Existing) keys.key(keyId)).facts().keyTags();
    }

    private static Structure tagging(String key, Structure... tags) {
        return Structure.builder()
                .put("KeyId", key)
                .putAll("Tags", List.of(tags))
                .build();
    }

    private static Structure untagging(String key, String... tagKeys) {
        return Structure.builder()
                .put("KeyId", key)
                .putTexts("TagKeys", List.of(tagKeys))
                .build();
    }
}
