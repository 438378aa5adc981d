package io.fluxj.cli.bootstrap.host;

/** A Git host refused something, or cannot be reached. The message says what, why and what to do; it holds no token. */
public final class HostException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String message;

    /**
     * @param status of the answer; 0 when there was none
     */
    HostException(int status, String message) {
        super(message);
        this.status = status;
        this.message = message;
    }

    HostException(String message, Throwable cause) {
        super(message, cause);
        this.status = 0;
        this.message = message;
    }

    /** Status of the host's answer; 0 when there was none. */
    public int status() {
        return status;
    }

    /** What went wrong. */
    public String message() {
        return message;
    }
}
