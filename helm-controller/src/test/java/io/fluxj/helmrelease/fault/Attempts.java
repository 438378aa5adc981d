package io.fluxj.helmrelease.fault;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Lets a controller do the same thing again and again, each time in another namespace. */
record Attempts(ReleaseField field, FaultyApi api) {
    private static final int NEVER = 1_000_000;

    /**
     * One of these times.
     *
     * @param end what came of it; of what is still under way, nothing
     */
    record Run(Deed deed, String namespace, Fault fault, int place, Trouble trouble, EndState end) {
        /** How many requests there were. */
        int length() {
            return trouble.sent().size();
        }

        /** The request that went wrong. */
        String stricken() {
            List<String> sent = trouble.sent();
            return sent.size() < place ? "none" : sent.get(place - 1);
        }

        @Override
        public String toString() {
            return deed + " " + fault + " at request " + place;
        }
    }

    /** One time without trouble, to its end. */
    Run undisturbed(Deed deed) throws IOException {
        Run run = begin(deed, Fault.LOST, NEVER);
        EndState end = end(run);
        return new Run(deed, run.namespace(), run.fault(), run.place(), run.trouble(), end);
    }

    /** Begins to do it, with one request going wrong. */
    Run begin(Deed deed, Fault fault, int place) throws IOException {
        String namespace = field.plot();
        if (!deed.before().isEmpty()) {
            field.release(namespace, deed.before());
            field.awaitSettled(namespace);
        }
        Trouble trouble = api.expect(namespace, fault, place);
        if (deed.wanted().isEmpty()) {
            field.delete(namespace);
        } else {
            field.release(namespace, deed.wanted());
        }
        return new Run(deed, namespace, fault, place, trouble, NOTHING);
    }

    private static final EndState NOTHING = new EndState(List.of(), "", List.of(), List.of(), Map.of());

    EndState end(Run run) {
        field.awaitSettled(run.namespace());
        return EndState.of(field.client(), run.namespace(), field.get(run.namespace()));
    }
}
