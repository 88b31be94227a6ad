package io.attestore.door.sigv4;

/**
 * What a signing key is good for: {@code date/region/service/aws4_request}.
 *
 * @param date a day in UTC as {@code yyyyMMdd}
 */
record CredentialScope(String date, String region, String service) {

    static final String TERMINATION = "aws4_request";

    @Override
    public String toString() {
        return date + "/" + region + "/" + service + "/" + TERMINATION;
    }
}
