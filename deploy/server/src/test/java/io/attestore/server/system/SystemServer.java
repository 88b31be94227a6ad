package io.attestore.server.system;

import io.attestore.server.RunningServer;
import io.attestore.server.store.PrivateFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The server that the whole-system tests of this JVM share. Each test takes an account that no other test uses. */
final class SystemServer {

    private static final int ACCOUNTS_MAX = 400;
    private static final String FIRST_REGION = "eu-central-1";
    private static final AtomicInteger ACCOUNTS_TAKEN = new AtomicInteger();
    private static final RunningServer SERVER = start();

    private SystemServer() {}

    static RunningServer running() {
        return SERVER;
    }

    /** An account of the test's own. */
    static Tenant newTenant() {
        int number = ACCOUNTS_TAKEN.getAndIncrement();
        if (number >= ACCOUNTS_MAX) {
            throw new IllegalStateException("The server knows only " + ACCOUNTS_MAX + " accounts");
        }
        return new Tenant(SERVER.endpoint(), accountId(number), accessKey(number), secretKey(number), FIRST_REGION);
    }

    private static RunningServer start() {
        try {
            Path bootstrap = Files.createTempFile("attestore-accounts", ".json");
            PrivateFile.write(bootstrap, accounts());
            RunningServer server = RunningServer.start(Map.of("attestore.bootstrap", bootstrap.toString()));
            Files.delete(bootstrap);
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String accounts() {
        return IntStream.range(0, ACCOUNTS_MAX)
                .mapToObj(number -> """
                        {"account_id":"%s","access_key":"%s","secret_key":"%s"}""".formatted(accountId(number), accessKey(number), secretKey(number)))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String accountId(int number) {
        return "%012d".formatted(700_000_000_000L + number);
    }

    private static String accessKey(int number) {
        return "AKIASYSTEMTEST%06d".formatted(number);
    }

    private static String secretKey(int number) {
        return "of/the+system-test-%021d".formatted(number);
    }
}
