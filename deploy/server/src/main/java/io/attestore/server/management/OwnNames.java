package io.attestore.server.management;

import io.attestore.server.settings.ManagementSettings;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names that the management port is asked by. A page of another name whose owner lets it resolve to our address ("DNS
 * rebinding") is of our origin to a browser, but its requests still name that name. An address cannot be let resolve to
 * another, so each is good.
 */
record OwnNames(Set<String> names) {

    private static final Pattern ADDRESS = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|\\[[0-9a-f:.]+(%[^]]*)?]");
    private static final Pattern PORT = Pattern.compile(":[0-9]*$");

    OwnNames {
        names = Set.copyOf(names);
    }

    static OwnNames of(ManagementSettings settings) {
        return new OwnNames(Stream.concat(Stream.of("localhost", settings.host()), settings.hostNames().stream())
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet()));
    }

    /** @param host the value of a request's Host field (RFC 9110, 7.2) */
    boolean contains(String host) {
        String name = PORT.matcher(host.toLowerCase(Locale.ROOT)).replaceFirst("");
        return ADDRESS.matcher(name).matches() || names.contains(name);
    }
}
