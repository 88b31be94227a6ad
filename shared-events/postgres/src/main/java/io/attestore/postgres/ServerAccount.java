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

    String OWNER_ONLY = "rwx------";

    /** The account we run as ourselves. */
    record Own() implements ServerAccount {
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

    /** The account of nobody, entered by {@code setpriv(1)} with no way back to more rights. */
    record Nobody() implements ServerAccount {

        private static final int ID = 65_534;

        @Override
        public List<String> prefix() {
            return List.of(
                    "setpriv", "--reuid=" + ID, "--regid=" + ID, "--clear-groups", "--inh-caps=-all", "--no-new-privs");
        }

        @Override
        public String directoryMode() {
            return "rwx--x--x";
        }

        @Override
        public void own(Path tree) throws IOException {
            if (!Files.getAttribute(tree, "unix:uid").equals(ID)) {
                FileTree.giveTo(ID, ID, tree);
            }
        }

        /** The first folder on the way that nobody may not pass through. */
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
        public List<String> prefix() {
            return List.of("unshare", "-U");
        }

        @Override
        public String directoryMode() {
            return OWNER_ONLY;
        }

        @Override
        public void own(Path tree) throws IOException {
            if (!Files.getAttribute(tree, "unix:uid").equals(0)) {
                FileTree.giveTo(0, 0, tree);
            }
        }
    }

    /** What a command line starts with to run as this account; each part replaces itself by the next (exec). */
    List<String> prefix();

    /** The permissions of the folder around binaries and data, so that the account can pass through and no more. */
    String directoryMode();

    /** Makes the account the owner of a folder and all that is in it. */
    void own(Path tree) throws IOException;

    /**
     * The account that works for a folder: our own unless that is root. Nobody's comes first, as it leaves root's rights
     * for good; where nobody may not pass through to the folder (below {@code /root}, say), the namespace does.
     */
    static ServerAccount choose(Path directory) throws IOException {
        if (!Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0)) {
            return new Own();
        }
        Optional<Path> barrier = Nobody.barrierTo(directory.toAbsolutePath().normalize());
        if (barrier.isEmpty() && works(new Nobody())) {
            return new Nobody();
        }
        if (works(new Namespace())) {
            return new Namespace();
        }
        throw new EmbeddedPostgresException(barrier.map(parent -> ("PostgreSQL does not run as root, and the"
                                + " unprivileged account it gets cannot pass through %s. Allow it with chmod o+x,"
                                + " choose another data directory, or start Attestore as an ordinary user")
                        .formatted(parent))
                .orElse("PostgreSQL does not run as root, and neither setpriv nor unshare (util-linux) gives it"
                        + " an unprivileged account here: start Attestore as an ordinary user"));
    }

    private static boolean works(ServerAccount account) {
        var command = new ArrayList<>(account.prefix());
        command.add("true");
        return Command.tryRun(command)
                .filter(outcome -> outcome.exitCode() == 0)
                .isPresent();
    }
}
