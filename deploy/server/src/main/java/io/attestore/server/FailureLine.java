package io.attestore.server;

import io.attestore.cryptography.authentication.AuthenticationKeysException;
import io.attestore.cryptography.export.KeyExportException;
import io.attestore.cryptography.group.GroupKeyException;
import io.attestore.cryptography.root.RootKeyException;
import io.attestore.cryptography.root.UnwrapException;
import io.attestore.cryptography.secret.SecretFileException;
import io.attestore.eventlog.BrokenLogException;
import io.attestore.eventlog.anchor.LogAnchorException;
import io.attestore.eventlog.seal.SealRefusedException;
import io.attestore.events.log.LogUnavailableException;
import io.attestore.postgres.EmbeddedPostgresException;
import io.attestore.postgres.UnsafeDatabaseException;
import io.attestore.server.bootstrap.BootstrapException;
import io.attestore.server.client.CallException;
import io.attestore.server.store.DatabaseUnreachableException;
import io.attestore.server.store.OtherKeysDirectoryException;
import io.attestore.server.store.WrongRootKeyException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.convert.ConversionFailedException;

/** One line that tells an operator why a command failed. What it tells holds no secret: see the exceptions it knows. */
public final class FailureLine {

    private static final int CAUSES_MAX = 30;

    /** Their messages are written for an operator. */
    private static final List<Class<? extends Throwable>> TELLING = List.of(
            BootstrapException.class,
            CallException.class,
            EmbeddedPostgresException.class,
            UnsafeDatabaseException.class,
            DatabaseUnreachableException.class,
            WrongRootKeyException.class,
            OtherKeysDirectoryException.class,
            KeyExportException.class,
            RootKeyException.class,
            SecretFileException.class,
            UnwrapException.class,
            AuthenticationKeysException.class,
            GroupKeyException.class,
            SealRefusedException.class,
            BrokenLogException.class,
            LogAnchorException.class,
            LogUnavailableException.class);

    private FailureLine() {}

    public static String of(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < CAUSES_MAX; depth++) {
            Optional<String> line = told(cause);
            if (line.isPresent()) {
                return oneLine(line.get());
            }
            cause = cause.getCause();
        }
        return oneLine("Unexpected failure: " + root(failure));
    }

    private static Optional<String> told(Throwable cause) {
        return switch (cause) {
            case PortInUseException port ->
                Optional.of("Port " + port.getPort() + " is in use: choose another with --port");
            case BindException wrong ->
                Optional.of("The setting " + wrong.getName() + " is wrong: "
                        + root(wrong).getMessage());
            case ConversionFailedException wrong ->
                Optional.of("A setting is wrong: " + root(wrong).getMessage());
            case UncheckedIOException file -> Optional.of(file.getMessage() + " (" + file.getCause() + ")");
            default ->
                TELLING.stream().anyMatch(type -> type.isInstance(cause))
                        ? Optional.of(String.valueOf(cause.getMessage()))
                        : Optional.empty();
        };
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        for (int depth = 0; root.getCause() != null && depth < CAUSES_MAX; depth++) {
            root = root.getCause();
        }
        return root;
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " | ");
    }
}
