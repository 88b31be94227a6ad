package io.attestore.proof.bench.load;

/** Where requests go and who signs them. */
public record Target(String host, int port, String accessKeyId, String secretAccessKey) {

    String authority() {
        return host + ":" + port;
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "Target[" + authority() + " " + accessKeyId + "]";
    }
}
