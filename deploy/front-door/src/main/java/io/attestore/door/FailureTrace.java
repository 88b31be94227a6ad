package io.attestore.door;

/**
 * Where something failed, without what was said about it: an exception's message may quote an input. Types and frames
 * only, at most {@value #CAUSES_MAX} causes of {@value #FRAMES_MAX} frames.
 */
final class FailureTrace {

    static final int CAUSES_MAX = 5;
    static final int FRAMES_MAX = 30;

    private FailureTrace() {}

    static String of(Throwable failure) {
        StringBuilder text = new StringBuilder();
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < CAUSES_MAX; depth++) {
            text.append(depth == 0 ? "" : "\nCaused by: ")
                    .append(cause.getClass().getName());
            StackTraceElement[] frames = cause.getStackTrace();
            for (int i = 0; i < Math.min(frames.length, FRAMES_MAX); i++) {
                text.append("\n\tat ").append(frames[i]);
            }
            cause = cause.getCause();
        }
        return text.toString();
    }
}
