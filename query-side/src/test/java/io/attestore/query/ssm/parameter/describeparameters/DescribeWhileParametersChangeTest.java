package io.attestore.query.ssm.parameter.describeparameters;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.Operation;
import io.attestore.query.ssm.StoredParameters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class DescribeWhileParametersChangeTest {

    /** What a filter means, said without any order, index or step. */
    enum Meaning {
        ONE_LEVEL("Path", "OneLevel", (path, value) -> parent(path).equals(parent(value + "x"))),
        RECURSIVE("Path", "Recursive", (path, value) -> path.startsWith(value)),
        EQUALS("Name", "Equals", (path, value) -> path.equals(value + "a")),
        BEGINS("Name", "BeginsWith", String::startsWith),
        CONTAINS("Name", "Contains", (path, value) -> path.contains(value)),
        TAGGED("tag:t", "Equals", (path, value) -> true);

        private final String key;
        private final String option;
        private final BiPredicate<String, String> holds;

        Meaning(String key, String option, BiPredicate<String, String> holds) {
            this.key = key;
            this.option = option;
            this.holds = holds;
        }

        private static String parent(String path) {
            return path.substring(0, path.lastIndexOf('/') + 1);
        }

        /** @param folders each begins and ends with a slash */
        Structure filter(Set<String> folders) {
            List<String> values = folders.stream()
                    .map(folder -> this == EQUALS ? folder + "a" : folder)
                    .toList();
            return Structure.builder()
                    .put("Key", key)
                    .put("Option", option)
                    .putTexts("Values", this == TAGGED ? List.of("1") : values)
                    .build();
        }

        Predicate<String> accepts(Set<String> folders) {
            return path -> folders.stream().anyMatch(folder -> holds.test(path, folder));
        }
    }

    @Property(tries = 150)
    void a_parameter_that_is_there_throughout_and_passes_the_filters_is_described_exactly_once(
            @ForAll("names") Set<String> lasting,
            @ForAll("names") Set<String> passing,
            @ForAll("folders") Set<String> folders,
            @ForAll Meaning meaning,
            @ForAll @IntRange(min = 1, max = 4) int pageSize) {
        StoredParameters stored = new StoredParameters();
        Operation operation = stored.operation("DescribeParameters");
        lasting.forEach(name -> stored.string(name, "x").tagged(name, Map.of("t", "1")));
        List<String> comeAndGo = new ArrayList<>(passing);
        comeAndGo.removeAll(lasting);
        Set<String> there = new HashSet<>();

        List<String> answered = new ArrayList<>();
        Optional<String> token = Optional.empty();
        int page = 0;
        do {
            Structure answer = stored.scenario.answer(
                    operation,
                    Structure.builder()
                            .putAll("ParameterFilters", List.of(meaning.filter(folders)))
                            .put("MaxResults", pageSize)
                            .putIfPresent("NextToken", token)
                            .build());
            answered.addAll(StoredParameters.names(answer));
            token = answer.optionalText("NextToken");
            if (!comeAndGo.isEmpty()) {
                String name = comeAndGo.get(page % comeAndGo.size());
                if (there.add(name)) {
                    stored.string(name, "x").tagged(name, Map.of("t", "1"));
                } else {
                    there.remove(name);
                    stored.delete(name);
                }
            }
            page++;
        } while (token.isPresent() && page < 200);

        assertThat(token).isEmpty();
        assertThat(answered).doesNotHaveDuplicates().isSorted().allMatch(meaning.accepts(folders));
        assertThat(answered.stream().filter(lasting::contains))
                .containsExactlyElementsOf(lasting.stream()
                        .filter(meaning.accepts(folders))
                        .sorted()
                        .toList());
    }

    @Provide
    Arbitrary<Set<String>> names() {
        return level().list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(levels -> "/" + String.join("/", levels))
                .set()
                .ofMaxSize(15);
    }

    @Provide
    Arbitrary<Set<String>> folders() {
        return level().list()
                .ofMaxSize(2)
                .map(levels -> levels.isEmpty() ? "/" : "/" + String.join("/", levels) + "/")
                .set()
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    private static Arbitrary<String> level() {
        return Arbitraries.strings().withChars("a-.0Z").ofMinLength(1).ofMaxLength(2);
    }
}
