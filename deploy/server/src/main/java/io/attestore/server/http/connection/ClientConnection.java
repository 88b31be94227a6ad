package io.attestore.server.http.connection;

import io.attestore.server.http.source.Source;
import java.net.InetAddress;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/** An open connection. What it says of itself is for whoever holds Tomcat's lock of it. */
final class ClientConnection {

    private final InetAddress peer;
    private final Source source;
    private final ReadAhead ahead;
    private volatile @Nullable SocketWrapperBase<NioChannel> wrapper;
    private boolean isWaiting;
    private boolean hasTurn;
    private boolean isTold;
    private long begunNanos;
    private boolean isUnderWay;

    ClientConnection(InetAddress peer, Source source, ReadAhead ahead) {
        this.peer = peer;
        this.source = source;
        this.ahead = ahead;
    }

    InetAddress peer() {
        return peer;
    }

    /** Of the peer, which can be a proxy. */
    Source source() {
        return source;
    }

    ReadAhead ahead() {
        return ahead;
    }

    /** Tomcat has made its part of it. */
    void belongsTo(SocketWrapperBase<NioChannel> tomcats) {
        wrapper = tomcats;
    }

    boolean isOf(SocketWrapperBase<NioChannel> tomcats) {
        return wrapper == tomcats;
    }

    /** Whether a request is there and its turn has not come. */
    boolean isWaiting() {
        return isWaiting;
    }

    /** Whether a request waits, or one is there that was sent behind another. */
    boolean isBusy() {
        return isWaiting || ahead.hasWhole();
    }

    void waits(boolean forATurn) {
        isWaiting = forATurn;
        hasTurn = false;
    }

    /** The turn has come that it waits for. */
    void hasTurn() {
        hasTurn = isWaiting;
    }

    /** Answers whether its turn has come; then it does not wait any more. */
    boolean takesTurn() {
        boolean now = hasTurn;
        isWaiting &= !now;
        hasTurn = false;
        return now;
    }

    /** Whether some of a request has come, and not all. */
    boolean isUnderWay() {
        return isUnderWay;
    }

    /** How long a request has been under way; begins to count if none was. */
    long underWayNanos() {
        if (!isUnderWay) {
            isUnderWay = true;
            begunNanos = System.nanoTime();
        }
        return System.nanoTime() - begunNanos;
    }

    /** Answers whether the client has to be told now that its body is wanted. */
    boolean tellsToContinue() {
        boolean now = !isTold && ahead.expectsContinue();
        isTold |= now;
        return now;
    }

    /** The request under way is there, or will not come. */
    void nothingUnderWay() {
        isUnderWay = false;
        isTold = false;
    }

    /** Closes it if it has no whole request; answers whether it did. Never waits. */
    boolean closeIfIdle() {
        return closeIf(false);
    }

    /** Closes it if its request waits for a turn; answers whether it did. Never waits. */
    boolean closeIfWaiting() {
        return closeIf(true);
    }

    /** Who holds the lock more than once is asked about his own connection. */
    private boolean closeIf(boolean waiting) {
        SocketWrapperBase<NioChannel> tomcats = wrapper;
        if (tomcats == null) {
            return false;
        }
        ReentrantLock lock = tomcats.getLock();
        if (!lock.tryLock()) {
            return false;
        }
        try {
            if (isWaiting != waiting || lock.getHoldCount() > 1) {
                return false;
            }
            tomcats.close();
            return true;
        } finally {
            lock.unlock();
        }
    }
}
