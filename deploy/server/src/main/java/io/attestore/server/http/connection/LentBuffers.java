package io.attestore.server.http.connection;

import java.nio.ByteBuffer;
import org.apache.tomcat.util.net.SocketBufferHandler;

/**
 * The two buffers that Tomcat wants each connection to have, lent to it for as long as a request is handled: thousands of
 * idle connections would keep sixteen kilobytes each. For the thread that handles the request.
 */
final class LentBuffers extends SocketBufferHandler {

    private static final SocketBufferHandler NONE = new SocketBufferHandler(0, 0, false);

    private volatile SocketBufferHandler lent = NONE;

    LentBuffers() {
        super(0, 0, false);
    }

    void lend(SocketBufferHandler buffers) {
        lent = buffers;
    }

    /** Empty: the next who has them is another client. */
    void takeBack() {
        if (!lent.isReadBufferEmpty() || !lent.isWriteBufferEmpty()) {
            lent.reset();
        }
        lent = NONE;
    }

    @Override
    public void configureReadBufferForWrite() {
        lent.configureReadBufferForWrite();
    }

    @Override
    public void configureReadBufferForRead() {
        lent.configureReadBufferForRead();
    }

    @Override
    public ByteBuffer getReadBuffer() {
        return lent.getReadBuffer();
    }

    @Override
    public boolean isReadBufferEmpty() {
        return lent.isReadBufferEmpty();
    }

    @Override
    public void unReadReadBuffer(ByteBuffer returned) {
        lent.unReadReadBuffer(returned);
    }

    @Override
    public void configureWriteBufferForWrite() {
        lent.configureWriteBufferForWrite();
    }

    @Override
    public void configureWriteBufferForRead() {
        lent.configureWriteBufferForRead();
    }

    @Override
    public boolean isWriteBufferWritable() {
        return lent.isWriteBufferWritable();
    }

    @Override
    public ByteBuffer getWriteBuffer() {
        return lent.getWriteBuffer();
    }

    @Override
    public boolean isWriteBufferEmpty() {
        return lent.isWriteBufferEmpty();
    }

    @Override
    public void reset() {
        lent.reset();
    }

    @Override
    public void expand(int size) {
        throw new UnsupportedOperationException("What is lent is as large as it is");
    }

    @Override
    public void free() {
        // they are somebody else's
    }
}
