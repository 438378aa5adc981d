package io.fluxj.runtime.events;

/** Where events go. Called by one thread at a time. */
interface EventOutlet {
    /** Sends one event; may block and try again; reports in the log what it gives up. */
    void send(FluxEvent event) throws InterruptedException;
}
