package io.attestore.eventlog;

import java.time.Duration;

/** The threads of an open log and the order in which they stop: first the writer, when its queue is empty. */
final class LogThreads {

    private final LogTail tail;
    private final LogNotifier notifier;
    private final LogMaintenance maintenance;
    private final Thread writerThread;
    private final Thread tailThread;
    private final Thread notifierThread;
    private final Thread maintenanceThread;

    LogThreads(LogWriter writer, LogTail tail, LogNotifier notifier, LogMaintenance maintenance) {
        this.tail = tail;
        this.notifier = notifier;
        this.maintenance = maintenance;
        this.writerThread = start("event-log-writer", writer);
        this.tailThread = start("event-log-tail", tail);
        this.notifierThread = start("event-log-notifier", notifier);
        this.maintenanceThread = start("event-log-maintenance", maintenance);
    }

    /** Whether somebody writes what is appended. */
    boolean isWriterAlive() {
        return writerThread.isAlive();
    }

    /** Stops all of them; waits for each no longer than this. */
    void close(Duration patience) {
        join(writerThread, patience);
        tail.stop();
        notifier.stop();
        maintenanceThread.interrupt();
        join(tailThread, patience);
        join(notifierThread, patience);
        join(maintenanceThread, patience);
        maintenance.anchorNow();
    }

    private static Thread start(String name, Runnable task) {
        return Thread.ofPlatform().name(name).daemon().start(task);
    }

    private static void join(Thread thread, Duration patience) {
        try {
            if (!thread.join(patience)) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
