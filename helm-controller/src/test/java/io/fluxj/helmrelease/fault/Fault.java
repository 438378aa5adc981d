package io.fluxj.helmrelease.fault;

/** What goes wrong with a request. */
enum Fault {
    /** Somebody else was faster. */
    CONFLICT(409, "Conflict"),
    /** The server is busy. */
    BUSY(429, "TooManyRequests"),
    /** The server failed. */
    BROKEN(500, "InternalError"),
    /** The connection breaks before the request arrives. */
    LOST(0, ""),
    /** The connection breaks after the request was carried out. */
    UNHEARD(0, ""),
    /** As {@link #LOST}, and all requests after it, too: as if the process had been killed. */
    DEATH(0, "");

    final int code;
    final String reason;

    Fault(int code, String reason) {
        this.code = code;
        this.reason = reason;
    }
}
