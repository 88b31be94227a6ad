package io.attestore.server.http;

import java.io.IOException;
import java.time.Duration;
import org.apache.coyote.Adapter;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * Tomcat's HTTP/1.1, but the whole head of a request has to come within the connection timeout, where Tomcat begins to
 * count anew with every byte that drips in. Tomcat makes it by its name.
 */
public final class ApiProtocol extends Http11NioProtocol {

    @Override
    protected Processor createProcessor() {
        return new ApiProcessor(this, getAdapter());
    }

    private static final class ApiProcessor extends Http11Processor {

        /** Tomcat's mark for a request of which no byte has come. */
        private static final long NOT_BEGUN = -1;

        private final long headNanosMax;

        ApiProcessor(ApiProtocol protocol, Adapter adapter) {
            super(protocol, adapter);
            headNanosMax = Duration.ofMillis(protocol.getConnectionTimeout()).toNanos();
        }

        /** Called whenever bytes have come and no request is being handled: each time a head goes on. */
        @Override
        public SocketState service(SocketWrapperBase<?> socket) throws IOException {
            long begun = request.getStartTimeNanos();
            boolean late = begun != NOT_BEGUN && System.nanoTime() - begun > headNanosMax;
            return late ? SocketState.CLOSED : super.service(socket);
        }
    }
}
