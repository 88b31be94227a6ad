package io.attestore.contract.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A JSON object of a model, which knows where it stands, so that what is broken can be found.
 *
 * @param members nodes, lists, strings, whole numbers and flags, in order
 */
record ModelNode(Place place, Map<String, Object> members) {

    ModelNode {
        members = Collections.unmodifiableMap(members);
    }

    /** The names that lead to a node, the file's first; put together only for a message. */
    record Place(Optional<Place> above, String name) {

        static Place of(String file) {
            return new Place(Optional.empty(), file);
        }

        Place below(String name) {
            return new Place(Optional.of(this), name);
        }

        String text() {
            return above.map(place -> place.text() + ": " + name).orElse(name);
        }
    }

    String text(String name) {
        return optionalText(name).orElseThrow(() -> broken("has no " + name));
    }

    Optional<String> optionalText(String name) {
        return optional(name, String.class);
    }

    boolean flag(String name) {
        return optional(name, Boolean.class).orElse(false);
    }

    /** A number within limits, or another if there is none. */
    long whole(String name, long min, long max, long otherwise) {
        long value = optional(name, Long.class).orElse(otherwise);
        if (value < min || value > max) {
            throw broken("has a " + name + " that is not between " + min + " and " + max);
        }
        return value;
    }

    /** The strings of a list; absent means empty. */
    List<String> texts(String name) {
        return items(name, String.class);
    }

    ModelNode node(String name) {
        return optionalNode(name).orElseThrow(() -> broken("has no " + name));
    }

    Optional<ModelNode> optionalNode(String name) {
        return optional(name, ModelNode.class);
    }

    /** All members, each of which is a node, in order. */
    Map<String, ModelNode> nodes() {
        Map<String, ModelNode> nodes = new LinkedHashMap<>();
        members.forEach((name, value) -> nodes.put(name, kind(name, value, ModelNode.class)));
        return nodes;
    }

    /** The nodes of a list; absent means empty. */
    List<ModelNode> nodesIn(String name) {
        return items(name, ModelNode.class);
    }

    /** Refuses what is not understood, since it may change the meaning of the rest. */
    void requireOnly(Set<String> understood) {
        for (String name : members.keySet()) {
            if (!understood.contains(name)) {
                throw broken("has " + name + ", which is not understood here");
            }
        }
    }

    BrokenModelException broken(String problem) {
        return new BrokenModelException(place.text(), problem);
    }

    private <T> List<T> items(String name, Class<T> type) {
        List<T> items = new ArrayList<>();
        for (Object item : optional(name, List.class).orElse(List.of())) {
            items.add(kind(name, item, type));
        }
        return items;
    }

    private <T> Optional<T> optional(String name, Class<T> type) {
        return Optional.ofNullable(members.get(name)).map(value -> kind(name, value, type));
    }

    private <T> T kind(String name, Object value, Class<T> type) {
        if (!type.isInstance(value)) {
            throw broken("has another kind of " + name + " than expected");
        }
        return type.cast(value);
    }
}
