package io.attestore.query.ssm.parameter.getparametersbypath;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.Operation;
import io.attestore.query.ssm.StoredParameters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

class PagingWhileParametersChangeTest {

    @Property(tries = 60)
    void a_parameter_that_is_there_throughout_is_answered_exactly_once(
            @ForAll("names") Set<String> lasting,
            @ForAll("names") Set<String> passing,
            @ForAll @IntRange(min = 1, max = 4) int pageSize,
            @ForAll boolean recursive) {
        StoredParameters stored = new StoredParameters();
        Operation operation = stored.operation("GetParametersByPath");
        lasting.forEach(name -> stored.string(name, "x"));
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
                            .put("Path", "/p")
                            .put("Recursive", recursive)
                            .put("MaxResults", pageSize)
                            .putIfPresent("NextToken", token)
                            .build());
            answered.addAll(StoredParameters.names(answer));
            token = answer.optionalText("NextToken");
            if (!comeAndGo.isEmpty()) {
                String name = comeAndGo.get(page % comeAndGo.size());
                if (there.add(name)) {
                    stored.string(name, "x");
                } else {
                    there.remove(name);
                    stored.delete(name);
                }
            }
            page++;
        } while (token.isPresent() && page < 200);

        List<String> expected = lasting.stream()
                .filter(name -> name.startsWith("/p/") && (recursive || name.indexOf('/', 3) < 0))
                .sorted()
                .toList();
        assertThat(token).isEmpty();
        assertThat(answered).doesNotHaveDuplicates();
        assertThat(answered.stream().filter(lasting::contains)).containsExactlyElementsOf(expected);
    }

    @Provide
    Arbitrary<Set<String>> names() {
        Arbitrary<String> level =
                Arbitraries.strings().withChars("a-.0Z").ofMinLength(1).ofMaxLength(2);
        Arbitrary<String> below =
                level.list().ofMinSize(1).ofMaxSize(3).map(levels -> "/p/" + String.join("/", levels));
        Arbitrary<String> beside = level.map(text -> "/p" + text);
        return Arbitraries.frequencyOf(Tuple.of(5, below), Tuple.of(1, beside))
                .set()
                .ofMaxSize(15);
    }
}
