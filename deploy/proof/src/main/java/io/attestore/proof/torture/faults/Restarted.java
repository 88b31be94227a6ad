package io.attestore.proof.torture.faults;

/** The database is stopped in order, stays away, and is started again. */
record Restarted(ProxiedStore store) implements Harm {

    @Override
    public String title() {
        return "the database stopped and started again";
    }

    @Override
    public void inflict(Sight sight) throws InterruptedException {
        store.stopDatabase();
        try {
            sight.awaitFailures();
            sight.requireClosed();
        } finally {
            store.startDatabase();
        }
    }
}
