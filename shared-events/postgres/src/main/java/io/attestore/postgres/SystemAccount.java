package io.attestore.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The system account that PostgreSQL's programs get where we are root. It is theirs alone: whoever runs under the account
 * of a server can change its files and have it read them again, so an account that other programs get, too, such as
 * nobody's, would make each of them its superuser.
 *
 * @param uid the user, never root nor nobody
 * @param gid the group, likewise
 */
record SystemAccount(int uid, int gid) {

    static final String NAME = "attestore-postgres";

    static final int NOBODY = 65_534;

    private static final List<String> USERADD = List.of(
            "useradd",
            "--system",
            "--user-group",
            "--no-create-home",
            "--home-dir",
            PasswordDatabase.NO_HOME,
            "--shell",
            PasswordDatabase.NO_SHELL,
            NAME);

    SystemAccount {
        if (uid <= 0 || gid <= 0 || uid == NOBODY || gid == NOBODY) {
            throw new IllegalArgumentException("An account of its own is neither root nor nobody");
        }
    }

    /** The account, made now if it is missing; empty if it can neither be found nor made. Needs the rights of root. */
    static Optional<SystemAccount> findOrMake() {
        Optional<SystemAccount> found = find();
        if (found.isPresent()) {
            return found;
        }
        Command.tryRun(USERADD);
        found = find();
        return found.isPresent() ? found : findOrAdd();
    }

    /** Where there is no useradd, as in many containers. */
    private static Optional<SystemAccount> findOrAdd() {
        try {
            new PasswordDatabase(Path.of("/etc")).add(NAME);
        } catch (IOException readOnly) {
            return Optional.empty();
        }
        return find();
    }

    private static Optional<SystemAccount> find() {
        return id("-u").flatMap(uid -> id("-g").filter(gid -> uid > 0 && gid > 0 && uid != NOBODY && gid != NOBODY)
                .map(gid -> new SystemAccount(uid, gid)));
    }

    private static Optional<Integer> id(String which) {
        return Command.tryRun(List.of("id", which, NAME))
                .filter(outcome -> outcome.exitCode() == 0 && outcome.output().matches("[0-9]{1,9}"))
                .map(outcome -> Integer.valueOf(outcome.output()));
    }

    /** What a command line starts with to run as this account, with no way back to more rights. */
    List<String> prefix() {
        return List.of(
                "setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups", "--inh-caps=-all", "--no-new-privs");
    }
}
