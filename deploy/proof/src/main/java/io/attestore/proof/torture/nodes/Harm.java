package io.attestore.proof.torture.nodes;

/** What is done to one of the nodes, or to what both stand on, while clients call both. */
enum Harm {
    NONE("nothing"),
    KILL("one node killed and started again"),
    FREEZE("one node frozen"),
    PARTITION("one node cut off from the database, late delivery"),
    PARTITION_AND_BREAK("one node cut off from the database, connections broken"),
    FREEZE_DATABASE("the database frozen"),
    KILL_DURING_PARTITION("one node cut off, the other killed and started again");

    private final String text;

    Harm(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
