package io.attestore.server.http;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * Tomcat's HTTP/1.1, but slow clients cannot take much. The whole head of a request has to come within the connection
 * timeout, where Tomcat begins to count anew with every byte that drips in; no more than so many heads may be on their
 * way at one time, since each keeps its buffers; and where turns are scarce, a body may not pause for long. Its buffers
 * do not keep what clients send and are told.
 */
public final class ApiProtocol extends Http11NioProtocol {

    private final Set<ApiProcessor> incompleteHeads = ConcurrentHashMap.newKeySet();
    private int incompleteHeadsMax = 1;
    private IntSupplier bodyMillis = super::getConnectionUploadTimeout;

    /** Tomcat makes it by its name. */
    public ApiProtocol() {
        super(new WipingEndpoint());
    }

    /**
     * To be called before it starts.
     *
     * @param headsMax how many heads may be on their way at one time; a further one is closed
     * @param bodyMillisMax how long a body that begins now may pause, in milliseconds
     */
    void limitSlowClients(int headsMax, IntSupplier bodyMillisMax) {
        incompleteHeadsMax = headsMax;
        bodyMillis = bodyMillisMax;
    }

    @Override
    public int getConnectionUploadTimeout() {
        return bodyMillis.getAsInt();
    }

    @Override
    protected Processor createProcessor() {
        return new ApiProcessor(this);
    }

    private boolean mayWaitForTheRestOf(ApiProcessor head) {
        if (incompleteHeads.size() >= incompleteHeadsMax) {
            incompleteHeads.removeIf(each -> !each.hasBegun());
        }
        return incompleteHeads.size() < incompleteHeadsMax && incompleteHeads.add(head);
    }

    private static final class ApiProcessor extends Http11Processor {

        /** Tomcat's mark for a request of which no byte has come. */
        private static final long NOT_BEGUN = -1;

        private final ApiProtocol protocol;
        private final long headNanosMax;

        ApiProcessor(ApiProtocol protocol) {
            super(protocol, protocol.getAdapter());
            request.setInputBuffer(new WipingInput(request.getInputBuffer()));
            this.protocol = protocol;
            this.headNanosMax =
                    Duration.ofMillis(protocol.getConnectionTimeout()).toNanos();
        }

        /** Called whenever bytes have come and no request is being handled: each time a head goes on. */
        @Override
        public SocketState service(SocketWrapperBase<?> socket) throws IOException {
            protocol.incompleteHeads.remove(this);
            if (hasBegun() && System.nanoTime() - request.getStartTimeNanos() > headNanosMax) {
                return SocketState.CLOSED;
            }
            SocketState state = super.service(socket);
            return state == SocketState.LONG && !protocol.mayWaitForTheRestOf(this) ? SocketState.CLOSED : state;
        }

        boolean hasBegun() {
            return request.getStartTimeNanos() != NOT_BEGUN;
        }
    }
}
