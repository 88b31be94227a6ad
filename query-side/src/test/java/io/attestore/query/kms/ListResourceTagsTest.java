package io.attestore.query.kms;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.contract.document.Structure;
import io.attestore.entities.Scenario;
import io.attestore.events.id.KeyId;
import io.attestore.events.key.KeyTagged;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ListResourceTagsTest {

    /** Of four bytes each in UTF-8, and as many as a tag's key can have. */
    private static final String LONGEST = new String(Character.toChars(0x1F511)).repeat(127);

    private final KeyScenario keys = new KeyScenario();
    private final String keyId = keys.givenKey();

    @Test
    void a_key_without_tags_has_none() {
        Structure output = keys.answer("ListResourceTags", page("").build());

        assertThat(output.structures("Tags")).isEmpty();
        assertThat(output.flag("Truncated")).isFalse();
    }

    @Test
    void pages_go_through_all_tags_in_the_order_of_their_keys() {
        Map<String, String> tags = new TreeMap<>();
        IntStream.range(0, 45).forEach(n -> tags.put("k" + n, "v" + n));
        IntStream.range(0, 5).forEach(n -> tags.put(LONGEST + n, "long"));
        keys.scenario.given(new KeyTagged(Scenario.WHERE, new KeyId(keyId), tags));

        List<String> listed = new ArrayList<>();
        String marker = "";
        do {
            Structure output =
                    keys.answer("ListResourceTags", page(marker).put("Limit", 7).build());
            output.structures("Tags").forEach(tag -> listed.add(tag.text("TagKey") + "=" + tag.text("TagValue")));
            marker = output.optionalText("NextMarker").orElse("");
            assertThat(marker.length()).isLessThanOrEqualTo(1024);
            assertThat(output.flag("Truncated")).isEqualTo(!marker.isEmpty());
        } while (!marker.isEmpty());

        assertThat(listed)
                .containsExactlyElementsOf(tags.entrySet().stream()
                        .map(tag -> tag.getKey() + "=" + tag.getValue())
                        .toList());
    }

    @Test
    void a_key_is_named_by_its_id_or_arn_and_must_be_there() {
        assertThat(code("alias/x")).isEqualTo("NotFoundException");
        assertThat(code(KeyScenario.NOBODY)).isEqualTo("NotFoundException");
        assertThat(code("arn:aws:kms:eu-west-1:999999999999:key/" + keyId)).isEqualTo("AccessDeniedException");
    }

    private String code(String key) {
        return keys.fault(
                        "ListResourceTags",
                        Structure.builder().put("KeyId", key).build())
                .code();
    }

    private Structure.Builder page(String marker) {
        Structure.Builder input = Structure.builder().put("KeyId", keyId);
        return marker.isEmpty() ? input : input.put("Marker", marker);
    }
}
