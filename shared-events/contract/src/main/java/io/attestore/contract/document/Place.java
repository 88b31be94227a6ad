package io.attestore.contract.document;

/** Where in a tree a value stands. Its text is put together only when something does not fit there. */
sealed interface Place {

    Place ROOT = new Root();

    record Root() implements Place {}

    record OfMember(Place parent, String name) implements Place {}

    /** @param index counted from 1 */
    record OfItem(Place list, int index) implements Place {}

    default Place member(String name) {
        return new OfMember(this, name);
    }

    default Place item(int index) {
        return new OfItem(this, index);
    }

    /** As AWS's messages have it, e.g. {@code tags.1.member.key}. */
    default String text() {
        return switch (this) {
            case Root() -> "";
            case OfMember(Root(), String name) -> MemberName.lowerCamel(name);
            case OfMember(Place parent, String name) -> parent.text() + "." + MemberName.lowerCamel(name);
            case OfItem(Place list, int index) -> list.text() + "." + index + ".member";
        };
    }
}
