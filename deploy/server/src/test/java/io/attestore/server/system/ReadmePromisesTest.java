package io.attestore.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.OperationCatalogue;
import io.attestore.server.RunningServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the README and the page on security name as enforced, offered or linked is there. */
class ReadmePromisesTest {

    private static final Pattern TEST_NAME = Pattern.compile("`([A-Z][A-Za-z0-9]+Test)`");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)\\)");

    @Test
    void every_test_that_the_readme_names_exists() throws IOException {
        Set<String> named = found(TEST_NAME);

        assertThat(named).hasSizeGreaterThan(10);
        assertThat(javaFiles()).containsAll(named);
    }

    @Test
    void every_test_that_the_page_on_security_names_exists() throws IOException {
        Set<String> named = found(TEST_NAME, "docs/security.md");

        assertThat(named).hasSizeGreaterThan(20);
        assertThat(javaFiles()).containsAll(named);
    }

    @Test
    void every_file_that_the_readme_links_to_exists() throws IOException {
        assertThat(found(LINK))
                .isNotEmpty()
                .allSatisfy(link -> assertThat(Readme.PROJECT.resolve(link)).exists());
    }

    @Test
    void every_file_that_a_page_of_the_docs_links_to_exists() throws IOException {
        Path docs = Readme.PROJECT.resolve("docs");
        try (Stream<Path> pages = Files.list(docs)) {
            for (Path page : pages.toList()) {
                assertThat(found(LINK, "docs/" + page.getFileName()))
                        .allSatisfy(link -> assertThat(docs.resolve(link)).exists());
            }
        }
    }

    @Test
    void the_readme_lists_every_operation_that_is_offered() throws IOException {
        String readme = Files.readString(Readme.PROJECT.resolve("README.md"));

        assertThat(RunningServer.shared().bean(OperationCatalogue.class).all())
                .extracting(Operation::name)
                .allSatisfy(name -> assertThat(readme).containsPattern("\\b" + name + "\\b"));
    }

    private static Set<String> found(Pattern pattern) throws IOException {
        return found(pattern, "README.md");
    }

    private static Set<String> found(Pattern pattern, String page) throws IOException {
        Set<String> found = new TreeSet<>();
        Matcher matcher = pattern.matcher(Files.readString(Readme.PROJECT.resolve(page)));
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static Set<String> javaFiles() throws IOException {
        try (Stream<Path> files = Files.walk(Readme.PROJECT)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet());
        }
    }
}
