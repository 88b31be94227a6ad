package io.attestore.proof.torture.crash;

/** What is killed in a round. */
enum Victim {
    SERVER("server"),
    POSTGRESQL("PostgreSQL"),
    BOTH("both");

    private final String title;

    Victim(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
