package io.fluxj.runtime.peer;

import io.fluxj.runtime.metrics.PeerMetrics;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells who proves who they are and who does not: always in the metrics, now and then in the log. Others cannot make either grow. */
final class PeerReports {
    static final String TLS = "tls";
    static final String PLAIN = "plain";
    private static final String REFUSED = "refused";
    private static final Logger LOG = LoggerFactory.getLogger(PeerReports.class);
    private static final long BETWEEN_LINES = Duration.ofMinutes(10).toNanos();

    /** Further ones are counted together, and have no lines of their own. */
    private static final int NAMES = 64;

    private static final int LINES = 256;
    private static final String OTHERS = "others";

    private final PeerMetrics metrics;
    private final Set<String> names = ConcurrentHashMap.newKeySet();
    private final Map<String, Long> told = new ConcurrentHashMap<>();

    PeerReports(PeerMetrics metrics) {
        this.metrics = metrics;
    }

    void called(String peer, String proof) {
        metrics.called(bounded(peer), proof);
    }

    void calledPlainly(String peer, IOException why) {
        called(peer, PLAIN);
        if (isNews(peer + " called")) {
            LOG.atWarn()
                    .addKeyValue("peer", peer)
                    .addKeyValue("error", reason(why))
                    .log("asking another controller over plain HTTP: it does not prove who it is");
        }
    }

    void callRefused(String peer, IOException why) {
        called(peer, REFUSED);
        if (isNews(peer + " called")) {
            LOG.atError()
                    .addKeyValue("peer", peer)
                    .addKeyValue("error", reason(why))
                    .log("another controller does not prove who it is, and is not asked");
        }
    }

    void proven(String server, String account) {
        metrics.served(server, bounded(account), "token", true);
    }

    void unproven(String server, String address, Proof.Missing proof, boolean admitted) {
        metrics.served(server, bounded(address), proof.kind(), admitted);
        if (isNews(server + " " + address + " " + proof.kind())) {
            LOG.atWarn()
                    .addKeyValue("peer", address)
                    .addKeyValue("server", server)
                    .addKeyValue("reason", proof.message())
                    .log(
                            admitted
                                    ? "served a caller that does not prove who it is; --peer-security=enforced would refuse it"
                                    : "refused a caller that does not prove who it is");
        }
    }

    /** What TLS says, without what stands around it. */
    static String reason(IOException why) {
        return why.getMessage() == null ? why.getClass().getSimpleName() : why.getMessage();
    }

    private String bounded(String name) {
        if (names.contains(name)) {
            return name;
        }
        return names.size() < NAMES && names.add(name) ? name : OTHERS;
    }

    private boolean isNews(String what) {
        long now = System.nanoTime();
        Long before = told.get(what);
        if (before != null && now - before < BETWEEN_LINES) {
            return false;
        }
        if (told.size() >= LINES) {
            told.values().removeIf(at -> now - at >= BETWEEN_LINES);
        }
        if (told.size() >= LINES) {
            return false;
        }
        told.put(what, now);
        return true;
    }
}
