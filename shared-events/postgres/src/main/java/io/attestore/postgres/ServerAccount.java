package io.attestore.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The operating system account the server's programs run as. PostgreSQL refuses to run as root, and rightly so: started
 * as root, we step down to an unprivileged account.
 */
sealed interface ServerAccount {

    int ROOT = 0;

    String OWNER_ONLY = "rwx------";

    /** The account we run as ourselves. */
    record Own() implements ServerAccount {

        @Override
        public int uid() throws IOException {
            return (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
        }

        @Override
        public List<String> prefix() {
            return List.of();
        }

        @Override
        public String directoryMode() {
            return OWNER_ONLY;
        }

        @Override
        public void own(Path tree) {}
    }

    /** An account of PostgreSQL's own, entered by {@code setpriv(1)} with no way back to more rights. */
    record Dedicated(SystemAccount account) implements ServerAccount {

        @Override
        public int uid() {
            return account.uid();
        }

        @Override
        public List<String> prefix() {
            return account.prefix();
        }

        @Override
        public String directoryMode() {
            return "rwx--x--x";
        }

        @Override
        public void own(Path tree) throws IOException {
            if (!Files.getAttribute(tree, "unix:uid").equals(account.uid())) {
                FileTree.giveTo(account.uid(), account.gid(), tree);
            }
        }

        /** The first folder on the way that it may not pass through. */
        private static Optional<Path> barrierTo(Path directory) throws IOException {
            for (Path parent = directory.getParent(); parent != null; parent = parent.getParent()) {
                if (!Files.getPosixFilePermissions(parent).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                    return Optional.of(parent);
                }
            }
            return Optional.empty();
        }
    }

    /** Our own account seen from within a user namespace of {@code unshare(1)}, where it is not root. */
    record Namespace() implements ServerAccount {

        @Override
        public int uid() {
            return ROOT;
        }

        @Override
        public List<String> prefix() {
            return List.of("unshare", "-U");
        }

        @Override
        public String directoryMode() {
            return OWNER_ONLY;
        }

        @Override
        public void own(Path tree) throws IOException {
            if (!Files.getAttribute(tree, "unix:uid").equals(ROOT)) {
                FileTree.giveTo(ROOT, ROOT, tree);
            }
        }
    }

    /** The number that the system knows the account's processes by. */
    int uid() throws IOException;

    /** What a command line starts with to run as this account; each part replaces itself by the next (exec). */
    List<String> prefix();

    /** The permissions of the folder around binaries and data, so that the account can pass through and no more. */
    String directoryMode();

    /** Makes the account the owner of a folder and all that is in it. */
    void own(Path tree) throws IOException;

    /**
     * The account that works for a folder: our own unless that is root. The dedicated one comes first, as it leaves root's
     * rights for good; where it may not pass through to the folder (below {@code /root}, say), or cannot be made, the
     * namespace does.
     */
    static ServerAccount choose(Path directory) throws IOException {
        if (new Own().uid() != ROOT) {
            return new Own();
        }
        Optional<Path> barrier = Dedicated.barrierTo(directory.toAbsolutePath().normalize());
        if (barrier.isEmpty()) {
            Optional<Dedicated> dedicated =
                    SystemAccount.findOrMake().map(Dedicated::new).filter(ServerAccount::works);
            if (dedicated.isPresent()) {
                return dedicated.get();
            }
        }
        if (works(new Namespace())) {
            return new Namespace();
        }
        throw new EmbeddedPostgresException(
                barrier.map(parent -> ("PostgreSQL does not run as root, and the"
                                        + " unprivileged account it gets cannot pass through %s. Allow it with chmod o+x,"
                                        + " choose another data directory, or start Attestore as an ordinary user")
                                .formatted(parent))
                        .orElse(
                                "PostgreSQL does not run as root, and neither setpriv with the account %s nor unshare (util-linux)"
                                                .formatted(SystemAccount.NAME)
                                        + " works here: make that account (useradd --system), or start Attestore as an ordinary user"));
    }

    private static boolean works(ServerAccount account) {
        var command = new ArrayList<>(account.prefix());
        command.add("true");
        return Command.tryRun(command)
                .filter(outcome -> outcome.exitCode() == 0)
                .isPresent();
    }
}
