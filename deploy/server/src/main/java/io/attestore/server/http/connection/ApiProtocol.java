package io.attestore.server.http.connection;

import io.attestore.server.http.share.AdmissionQueue;
import io.attestore.server.http.share.BodyMemory;
import io.attestore.server.http.share.Shares;
import io.attestore.server.http.source.TrustedProxies;
import java.io.IOException;
import java.util.concurrent.ThreadFactory;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketBufferHandler;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * Tomcat's HTTP/1.1 on connections that are fair to one another, whose buffers do not keep what clients send and are told.
 * Tomcat makes it by its name.
 */
public final class ApiProtocol extends Http11NioProtocol {

    private static final int UNLIMITED = -1;
    private static final int BUFFER_BYTES = 8 * 1024;
    private static final ThreadFactory THREADS =
            Thread.ofVirtual().name("connection-", 0).factory();

    public ApiProtocol() {
        super(new ApiEndpoint());
    }

    /** To be called before it starts. */
    public void share(
            Shares connections,
            AdmissionQueue turns,
            BodyMemory memory,
            RequestLimits limits,
            TrustedProxies proxies,
            int buffersMax,
            UnservedRequestCounter unserved) {
        var open = new OpenConnections(connections, limits, proxies, memory, new BufferPool(buffersMax), unserved);
        ApiEndpoint endpoint = (ApiEndpoint) getEndpoint();
        AbstractEndpoint.Handler<NioChannel> tomcats = endpoint.getHandler();
        endpoint.admitBy(open);
        endpoint.setHandler(new ApiHandler(tomcats, open, turns, proxies, limits, unserved));
        setMaxConnections(UNLIMITED);
        setExecutor(work -> THREADS.newThread(work).start());
    }

    @Override
    protected Processor createProcessor() {
        return new WipingProcessor(this);
    }

    /** Tomcat's buffer of requests is used for all of them, and would keep a value that was put until a longer one comes. */
    private static final class WipingProcessor extends Http11Processor {

        private final SocketBufferHandler buffers = new SocketBufferHandler(BUFFER_BYTES, BUFFER_BYTES, false);

        WipingProcessor(ApiProtocol protocol) {
            super(protocol, protocol.getAdapter());
        }

        /** Once this has returned, the processor and its buffer may be at work for another connection. */
        @Override
        public SocketState service(SocketWrapperBase<?> wrapper) throws IOException {
            if (!(wrapper.getSocket() instanceof ApiEndpoint.ApiChannel channel)) {
                return SocketState.CLOSED;
            }
            channel.lend(buffers);
            try {
                return super.service(wrapper);
            } finally {
                channel.overwriteAndTakeBack();
            }
        }
    }
}
