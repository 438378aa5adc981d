package io.fluxj.helmrelease.fault;

import java.util.ArrayList;
import java.util.List;

/** What is to go wrong with the requests about one namespace. */
final class Trouble {
    private final Fault fault;
    private final int place;
    private final List<String> sent = new ArrayList<>();
    private String unheard = "";

    /** @param place of the request, from 1 */
    Trouble(Fault fault, int place) {
        this.fault = fault;
        this.place = place;
    }

    Fault fault() {
        return fault;
    }

    /** Whether this request, which is about to be sent, goes wrong on its way there. */
    synchronized boolean strikes(String line) {
        sent.add(line);
        return switch (fault) {
            case CONFLICT, BUSY, BROKEN, LOST -> sent.size() == place;
            case DEATH -> sent.size() >= place;
            case UNHEARD -> {
                unheard = sent.size() == place ? line : unheard;
                yield false;
            }
        };
    }

    /** Whether the answer to this request goes wrong on its way back. */
    synchronized boolean isUnheard(String line) {
        boolean lost = line.equals(unheard);
        unheard = lost ? "" : unheard;
        return lost;
    }

    synchronized boolean hasStruck() {
        return sent.size() >= place;
    }

    synchronized List<String> sent() {
        return List.copyOf(sent);
    }
}
