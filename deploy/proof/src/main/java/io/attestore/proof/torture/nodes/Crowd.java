package io.attestore.proof.torture.nodes;

import io.attestore.proof.torture.client.ApiClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** Clients of both nodes that call without pause until they are stopped. Not safe for many threads itself. */
final class Crowd implements AutoCloseable {

    private static final long PAUSE_MILLIS_MAX = 4;
    private static final long PAUSE_MILLIS_UNANSWERED = 50;

    /** Beyond the time that a client waits for an answer. */
    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);

    private final TwoNodes nodes;
    private final Round round;
    private final Map<Node, ApiClient> apis = new ConcurrentHashMap<>();
    private final AtomicBoolean running = new AtomicBoolean(true);
    private final List<Thread> threads = new ArrayList<>();

    private Crowd(TwoNodes nodes, Round round) {
        this.nodes = nodes;
        this.round = round;
    }

    /** @param each how many clients each node gets */
    static Crowd start(TwoNodes nodes, Round round, int each, Random random) {
        Crowd crowd = new Crowd(nodes, round);
        for (Node node : List.of(nodes.near(), nodes.far())) {
            crowd.apis.put(node, nodes.client(node, round.region()));
            for (int i = 0; i < each; i++) {
                Random own = new Random(random.nextLong());
                NodeClient client = new NodeClient(node.name(), i, () -> crowd.api(node), round, own);
                crowd.threads.add(Thread.ofVirtual().start(() -> crowd.run(client, own)));
            }
        }
        return crowd;
    }

    private void run(NodeClient client, Random random) {
        try {
            while (running.get()) {
                boolean answered = client.callOnce();
                Thread.sleep(answered ? random.nextLong(PAUSE_MILLIS_MAX) : PAUSE_MILLIS_UNANSWERED);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** The node runs in a new process. */
    void reconnect(Node node) {
        ApiClient before = api(node);
        apis.put(node, nodes.client(node, round.region()));
        before.close();
    }

    /** Whether a node answers calls. */
    boolean isServed(Node node) {
        return api(node).ssm("GetParameter", "{\"Name\":\"/is-it-there\"}").status() < 500;
    }

    /** Stops all clients, then looks at everything through each node. */
    void stop() throws InterruptedException {
        running.set(false);
        for (Thread thread : threads) {
            if (!thread.join(STOP_LIMIT)) {
                throw new IllegalStateException("A client waits for an answer that does not come");
            }
        }
        apis.forEach(
                (node, api) -> new NodeClient(node.name(), threads.size(), () -> api, round, new Random()).lookAtAll());
    }

    /** The ids of all calls of an operation that are on record, as one node tells them. */
    Set<String> recorded(Node node, String operation) {
        return api(node).requestIdsOf(operation);
    }

    private ApiClient api(Node node) {
        ApiClient api = apis.get(node);
        if (api == null) {
            throw new IllegalArgumentException("Not one of the nodes: " + node.name());
        }
        return api;
    }

    @Override
    public void close() {
        running.set(false);
        apis.values().forEach(ApiClient::close);
        threads.forEach(Thread::interrupt);
    }
}
